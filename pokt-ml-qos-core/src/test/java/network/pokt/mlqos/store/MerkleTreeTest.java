package network.pokt.mlqos.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    private static final int SIZE = 40;

    private final MerkleTree tree = treeOf(SIZE);

    private static MerkleTree treeOf(int size) {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < size; i++) {
            tree.add(Digest.ofLeaf("entry " + i));
        }
        return tree;
    }

    /** The definition of RFC 9162, section 2.1.1, word for word and without a memory. */
    private static Digest byDefinition(List<String> entries) {
        if (entries.isEmpty()) {
            return Digest.ofNothing();
        } else if (entries.size() == 1) {
            return Digest.ofLeaf(entries.get(0));
        }
        int k = 1;
        while (2 * k < entries.size()) {
            k *= 2;
        }
        return Digest.ofNode(byDefinition(entries.subList(0, k)), byDefinition(entries.subList(k, entries.size())));
    }

    @Test
    void roots_are_those_of_the_definition() {
        List<String> entries = new ArrayList<>();
        for (int size = 0; size <= SIZE; size++) {
            assertThat(tree.root(size)).as("size %d", size).isEqualTo(byDefinition(entries));
            entries.add("entry " + size);
        }
    }

    @Test
    void hashes_are_those_of_the_reference_vectors() {
        // The test vectors of the reference implementation of RFC 6962 (google/certificate-transparency,
        // merkle_tree_test).
        assertThat(Digest.ofNothing()).hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Digest.ofLeaf("")).hasToString("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        MerkleTree vectors = new MerkleTree();
        for (String hex : List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")) {
            vectors.add(Digest.ofLeaf(new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8)));
        }
        assertThat(vectors.root(2)).hasToString("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
        assertThat(vectors.root(3)).hasToString("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
        assertThat(vectors.root(8)).hasToString("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Test
    void every_entry_of_every_size_is_proved_and_nothing_else_is() {
        for (int size = 1; size <= SIZE; size++) {
            Digest root = tree.root(size);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = new InclusionProof(index, size, tree.inclusion(index, size));
                assertThat(proof.proves("entry " + index, root)).isTrue();
                assertThat(proof.proves("entry " + (index + 1), root)).isFalse();
                assertThat(proof.proves("entry " + index, tree.root(size - 1))).isFalse();
                if (size > 1) {
                    InclusionProof elsewhere = new InclusionProof((index + 1) % size, size, proof.path());
                    assertThat(elsewhere.proves("entry " + index, root)).isFalse();
                    InclusionProof shortened = new InclusionProof(
                            index, size, proof.path().subList(1, proof.path().size()));
                    assertThat(shortened.proves("entry " + index, root)).isFalse();
                }
                List<Digest> longer = new ArrayList<>(proof.path());
                longer.add(root);
                assertThat(new InclusionProof(index, size, longer).proves("entry " + index, root))
                        .isFalse();
            }
        }
    }

    @Test
    void every_growth_is_proved_and_no_other_history_is() {
        MerkleTree other = new MerkleTree();
        for (int i = 0; i < SIZE; i++) {
            other.add(Digest.ofLeaf("another entry " + i));
        }
        for (int newer = 0; newer <= SIZE; newer++) {
            for (int older = 0; older <= newer; older++) {
                ConsistencyProof proof = new ConsistencyProof(older, newer, tree.consistency(older, newer));
                assertThat(proof.proves(tree.root(older), tree.root(newer)))
                        .as("%d to %d", older, newer)
                        .isTrue();
                if (older > 0) {
                    assertThat(proof.proves(other.root(older), tree.root(newer)))
                            .isFalse();
                    assertThat(proof.proves(tree.root(older), other.root(newer)))
                            .isFalse();
                }
                if (older > 0 && older < newer) {
                    ConsistencyProof shortened = new ConsistencyProof(
                            older, newer, proof.path().subList(1, proof.path().size()));
                    assertThat(shortened.proves(tree.root(older), tree.root(newer)))
                            .isFalse();
                }
            }
        }
    }
}
