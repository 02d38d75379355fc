package network.pokt.mlqos.diffusion.feature;

/** Widens rows of floats. */
final class Doubles {

    private Doubles() {}

    static double[][] of(float[][] rows) {
        double[][] wide = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            wide[i] = new double[rows[i].length];
            for (int j = 0; j < rows[i].length; j++) {
                wide[i][j] = rows[i][j];
            }
        }
        return wide;
    }
}
