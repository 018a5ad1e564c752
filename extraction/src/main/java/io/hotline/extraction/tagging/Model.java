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
  private final int longs;
  private final Rows index;
  private final long[] rows;

  /** What the label before adds: [label before][label]; the last row is for a first token. */
  private final short[] transitions;

  private Model(int labels, int rowCount) {
    this.labels = labels;
    this.longs = Lanes.longs(labels);
    this.index = new Rows(rowCount);
    this.rows = new long[(rowCount + 1) * longs];
    this.transitions = new short[(labels + 1) * labels];
  }

  public int labels() {
    return labels;
  }

  /** How many longs a token's scores take. */
  int longs() {
    return longs;
  }

  /** Adds the weights of the features to the packed scores at {@code at}. */
  void add(Features features, long[] scores, int at) {
    for (int f = 0; f < features.size(); f++) {
      int row = index.find(features.key(f)) * longs;
      if (row != 0) {
        for (int i = 0; i < longs; i++) {
          scores[at + i] += rows[row + i];
        }
      }
    }
  }

  int transition(int before, int label) {
    return transitions[before * labels + label];
  }

  /** Reads a model as {@link #write} wrote it. */
  public static Model read(DataInputStream in) throws IOException {
    int labels = in.readUnsignedByte();
    int count = in.readInt();
    Model model = new Model(labels, count);
    for (int i = 0; i < model.transitions.length; i++) {
      model.transitions[i] = in.readShort();
    }
    int key = 0;
    for (int r = 1; r <= count; r++) {
      key += Packed.readInt(in);
      int row = model.index.add(key) * model.longs;
      for (int n = in.readUnsignedByte(); n > 0; n--) {
        int label = in.readUnsignedByte();
        model.rows[row + label / Lanes.LANES] += Lanes.of(in.readByte(), label % Lanes.LANES);
      }
    }
    return model;
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
