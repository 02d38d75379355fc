package network.pokt.mlqos.architecture.broken.attic;

record Lodger() {}
