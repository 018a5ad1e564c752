package io.hotline.extraction.training;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tukaani.xz.XZInputStream;

/** Reads the word lists in the teacher's jar: serialized Java collections, compressed by xz. */
final class TeacherLexicon {

  private static final String FOLDER = "/edu/emory/mathcs/nlp/lexica/";

  private TeacherLexicon() {}

  /** Reads a lexicon; the caller knows its type. */
  @SuppressWarnings("unchecked")
  static <T> T read(String name) throws IOException {
    try (InputStream raw = TeacherLexicon.class.getResourceAsStream(FOLDER + name)) {
      if (raw == null) {
        throw new IOException("nlp4j-english is not on the class path: no " + FOLDER + name);
      }
      return (T)
          new ObjectInputStream(new XZInputStream(new BufferedInputStream(raw))).readObject();
    } catch (ClassNotFoundException e) {
      throw new IOException("cannot read " + name, e);
    }
  }

  static DataOutputStream output(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }
}
