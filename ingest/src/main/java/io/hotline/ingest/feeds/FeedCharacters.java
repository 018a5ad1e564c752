package io.hotline.ingest.feeds;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Bytes to characters: the byte order mark decides, then the header, then what the document says of
 * itself, as RFC 7303 wants it, but each only if the bytes agree. If none does: UTF-8, then what
 * the bytes look like, then Windows-1252, in which everything is something.
 *
 * <p>Text whose header names no encoding is ASCII by RFC 2046 and RFC 3023, and by RFC 7303 what
 * the document says. Where all bytes are ASCII both are true, and ASCII is what is named; where one
 * is not, only the document can be right.
 *
 * @param encoding as whoever decided spells it
 */
public record FeedCharacters(String text, String encoding) {

  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']\\s*([A-Za-z0-9._:-]+)");
  private static final Pattern META =
      Pattern.compile(
          "<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]+)",
          Pattern.CASE_INSENSITIVE);

  private static final String ASCII = "us-ascii";

  /** What includes all of GB2312 and GBK, and is spoken of by its own name. */
  private static final String CHINESE = "GB18030";

  /** Names that stand for a larger encoding in practice, after the WHATWG Encoding Standard. */
  private static final Map<String, String> LARGER =
      Map.ofEntries(
          Map.entry(ASCII, "windows-1252"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-11", "windows-874"),
          Map.entry("tis-620", "windows-874"),
          Map.entry("gb2312", CHINESE),
          Map.entry("gbk", CHINESE),
          Map.entry("x-gbk", CHINESE),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("unicode", "UTF-16"));

  private static final String GB2312 = "GB2312";

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** How many bytes of a document are looked at to find what it says of itself. */
  private static final int HEAD = 1024;

  /** How many bytes a guess is made from. */
  private static final int SAMPLE = 64 * 1024;

  /**
   * Reads bytes. Never fails.
   *
   * @param transport what the header says of them
   */
  public static FeedCharacters of(byte[] bytes, Transport transport) {
    Mark mark = Mark.of(bytes);
    if (mark != null) {
      return new FeedCharacters(
          lenient(bytes, mark.length, Charset.forName(mark.encoding)), mark.encoding);
    }
    String widths = withoutMark(bytes);
    if (widths != null) {
      return new FeedCharacters(lenient(bytes, 0, Charset.forName(widths)), widths);
    }
    for (String named : named(bytes, transport.charset())) {
      String text = strict(bytes, named);
      if (text != null) {
        if (isTextOfNoCharset(transport) && text.equals(ascii(bytes))) {
          return new FeedCharacters(text, ASCII);
        }
        boolean chinese = LARGER.getOrDefault(named.toLowerCase(Locale.ROOT), "").equals(CHINESE);
        return new FeedCharacters(text, chinese ? CHINESE : named);
      }
    }
    return guessed(bytes);
  }

  private static boolean isTextOfNoCharset(Transport transport) {
    return transport.charset() == null
        && transport.mediaType() != null
        && transport.mediaType().startsWith("text/");
  }

  /** Null if one of the bytes is not ASCII. */
  private static @Nullable String ascii(byte[] bytes) {
    for (byte each : bytes) {
      if (each < 0) {
        return null;
      }
    }
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  private static List<String> named(byte[] bytes, @Nullable String header) {
    String declared = declared(bytes);
    if (header == null) {
      return declared == null ? List.of("utf-8") : List.of(declared, "utf-8");
    }
    return declared == null ? List.of(header, "utf-8") : List.of(header, declared, "utf-8");
  }

  /** What an XML declaration or a meta element of HTML says. */
  private static @Nullable String declared(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    Matcher xml = DECLARED.matcher(head);
    if (xml.find()) {
      return xml.group(1);
    }
    Matcher meta = META.matcher(head);
    return meta.find() ? meta.group(1) : null;
  }

  private static @Nullable String strict(byte[] bytes, String name) {
    Charset charset = charset(name);
    if (charset == null || isWide(charset)) {
      return null;
    }
    if (charset.equals(WINDOWS)) {
      return lenient(bytes, 0, WINDOWS);
    }
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** Two or four bytes a character: a document that was read so far cannot be in it. */
  private static boolean isWide(Charset charset) {
    return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
  }

  private static @Nullable Charset charset(String name) {
    try {
      return Charset.forName(LARGER.getOrDefault(name.toLowerCase(Locale.ROOT), name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  /** Bytes that are not what they say: what they look like, else UTF-8 with foreign bytes in it. */
  private static FeedCharacters guessed(byte[] bytes) {
    Mixture mixture = Mixture.of(bytes);
    if (mixture.sequences() > 0 && mixture.sequences() >= mixture.strangers()) {
      return new FeedCharacters(mixture.text(), "utf-8");
    }
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes, 0, Math.min(bytes.length, SAMPLE));
    detector.dataEnd();
    String detected = detector.getDetectedCharset();
    String text = detected == null ? null : strict(bytes, detected);
    if (text == null || detected == null) {
      return new FeedCharacters(mixture.text(), "windows-1252");
    }
    // Of two encodings that say the same, the smaller one is what was used.
    boolean small =
        detected.equals(CHINESE) && Charset.forName(GB2312).newEncoder().canEncode(text);
    return new FeedCharacters(text, small ? GB2312 : detected);
  }

  private static String lenient(byte[] bytes, int start, Charset charset) {
    return new String(bytes, start, bytes.length - start, charset);
  }

  /** Wide encodings show in the zeros around the first {@code <}. */
  private static @Nullable String withoutMark(byte[] bytes) {
    if (bytes.length < 4) {
      return null;
    }
    int pattern = 0;
    for (int i = 0; i < 4; i++) {
      pattern = pattern << 1 | (bytes[i] == 0 ? 0 : 1);
    }
    return switch (pattern) {
      case 0b0001 -> "utf-32be";
      case 0b1000 -> "utf-32le";
      case 0b0101 -> "utf-16be";
      case 0b1010 -> "utf-16le";
      default -> null;
    };
  }

  private record Mark(String encoding, int length) {

    static @Nullable Mark of(byte[] bytes) {
      if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
        return new Mark("utf-8", 3);
      }
      if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
        return new Mark("utf-32be", 4);
      }
      if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
        return new Mark("utf-32le", 4);
      }
      if (startsWith(bytes, 0xFE, 0xFF)) {
        return new Mark("utf-16be", 2);
      }
      return startsWith(bytes, 0xFF, 0xFE) ? new Mark("utf-16le", 2) : null;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
      if (bytes.length < start.length) {
        return false;
      }
      for (int i = 0; i < start.length; i++) {
        if ((bytes[i] & 0xFF) != start[i]) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * UTF-8 in which each byte that cannot be is taken for Windows-1252, as where an editor has put a
   * page together from two.
   *
   * @param sequences how many characters of several bytes there are
   * @param strangers how many bytes are not UTF-8
   */
  private record Mixture(String text, int sequences, int strangers) {

    static Mixture of(byte[] bytes) {
      StringBuilder text = new StringBuilder(bytes.length);
      int sequences = 0;
      int strangers = 0;
      int at = 0;
      while (at < bytes.length) {
        if (bytes[at] >= 0) {
          text.append((char) bytes[at++]);
          continue;
        }
        int length = sequence(bytes, at);
        sequences += length > 1 ? 1 : 0;
        strangers += length > 1 ? 0 : 1;
        text.append(new String(bytes, at, length, length > 1 ? StandardCharsets.UTF_8 : WINDOWS));
        at += length;
      }
      return new Mixture(text.toString(), sequences, strangers);
    }

    /** Length of the character that begins here; 1 if it is none of UTF-8. */
    private static int sequence(byte[] bytes, int at) {
      int first = bytes[at] & 0xFF;
      int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
      if (length == 1 || at + length > bytes.length) {
        return 1;
      }
      CharBuffer out = CharBuffer.allocate(2);
      return StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, at, length), out, true)
              .isError()
          ? 1
          : length;
    }
  }
}
