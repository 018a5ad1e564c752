package io.hotline.extraction.tagging;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A linear model: for each label, the sum of the weights of a token's features. A feature is known
 * by 32 bits of its hash; one that training gave weights has a row of one small number a label.
 * Immutable.
 */
public final class Model {

  /** Weights are within plus and minus this. */
  public static final int MAX_WEIGHT = 127;

  private final int labels;
  private final Weights weights;

  /** What the label before adds: [label before][label]; the last row is for a first token. */
  private final short[] transitions;

  private Model(int labels, Weights weights, short[] transitions) {
    this.labels = labels;
    this.weights = weights;
    this.transitions = transitions;
  }

  public int labels() {
    return labels;
  }

  /** Adds the weights of the features to the scores of the labels. */
  void add(Features features, int[] scores) {
    weights.add(features, scores);
  }

  int transition(int before, int label) {
    return transitions[before * labels + label];
  }

  /** Reads a model as {@link #write} wrote it. */
  public static Model read(DataInputStream in) throws IOException {
    int labels = in.readUnsignedByte();
    int count = in.readInt();
    short[] transitions = new short[(labels + 1) * labels];
    for (int i = 0; i < transitions.length; i++) {
      transitions[i] = in.readShort();
    }
    int[] keys = new int[count];
    short[][] pairs = new short[count][];
    int key = 0;
    for (int k = 0; k < count; k++) {
      key += Packed.readInt(in);
      keys[k] = key;
      pairs[k] = new short[in.readUnsignedByte()];
      for (int i = 0; i < pairs[k].length; i++) {
        int label = in.readUnsignedByte();
        pairs[k][i] = (short) (in.readByte() << 8 | label);
      }
    }
    return new Model(labels, new Weights(labels, keys, pairs), transitions);
  }

  /**
   * Writes a model.
   *
   * @param keys of the features, ascending as unsigned numbers
   * @param weights for each key one a label, within {@link #MAX_WEIGHT}
   * @param transitions [(labels + 1) * labels], the last row for a first token
   */
  public static void write(
      DataOutputStream out, int labels, int[] keys, byte[][] weights, short[] transitions)
      throws IOException {
    out.writeByte(labels);
    out.writeInt(keys.length);
    for (short t : transitions) {
      out.writeShort(t);
    }
    int last = 0;
    for (int k = 0; k < keys.length; k++) {
      Packed.writeInt(out, keys[k] - last);
      last = keys[k];
      int n = 0;
      for (byte weight : weights[k]) {
        n += weight != 0 ? 1 : 0;
      }
      out.writeByte(n);
      for (int l = 0; l < labels; l++) {
        if (weights[k][l] != 0) {
          out.writeByte(l);
          out.writeByte(weights[k][l]);
        }
      }
    }
  }
}
