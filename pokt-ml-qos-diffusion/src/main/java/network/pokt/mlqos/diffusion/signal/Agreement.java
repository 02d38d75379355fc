package network.pokt.mlqos.diffusion.signal;

/** Whether two things agree, or there is too little to say. */
public enum Agreement {
    AGREES,
    DIFFERS,
    /** Too little evidence, or evidence both ways. */
    ABSTAINS
}
