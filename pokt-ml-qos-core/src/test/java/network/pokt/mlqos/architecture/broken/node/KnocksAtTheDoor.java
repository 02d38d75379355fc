package network.pokt.mlqos.architecture.broken.node;

import network.pokt.mlqos.architecture.broken.FrontDoor;

record KnocksAtTheDoor(FrontDoor door) {}
