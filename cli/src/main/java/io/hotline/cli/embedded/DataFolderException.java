package io.hotline.cli.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The data folder is in use, or is none that we can use. */
public final class DataFolderException extends StartException {

  private static final long serialVersionUID = 1L;

  DataFolderException(Path folder, String fault, @Nullable Throwable cause) {
    super("data folder " + folder + " " + fault + "; or choose another folder with --data", cause);
  }
}
