package io.hotline.cli.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A page of the browser. It remembers every error that its console was told. */
public final class Tab implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final Duration BEFORE_ANOTHER_CLICK = Duration.ofSeconds(2);
  private static final long LOOK_MILLIS = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a key is called, and the text that it writes. */
  private static final Map<String, String> TEXTS = Map.of("Enter", "\r", "Space", " ");

  /** The codes of keys that browsers know by nothing else. */
  private static final Map<String, Integer> CODES =
      Map.of("Enter", 13, "Escape", 27, "Space", 32, "End", 35, "ArrowLeft", 37, "ArrowRight", 39);

  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private @Nullable WebSocket socket;

  private Tab() {}

  static Tab connect(HttpClient http, URI address) throws Exception {
    Tab tab = new Tab();
    tab.socket =
        http.newWebSocketBuilder()
            .buildAsync(address, tab.new Incoming())
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    tab.call("Page.enable");
    tab.call("Runtime.enable");
    tab.call("Log.enable");
    return tab;
  }

  /**
   * What its console was told as an error since somebody last asked, and every exception that
   * nobody caught.
   */
  public List<String> errors() {
    List<String> told = List.copyOf(errors);
    errors.removeAll(told);
    return told;
  }

  /** Goes to an address and waits until the page there has run. */
  public void go(String address) {
    call("Page.navigate", "url", address);
    await("document.readyState === 'complete' && location.href.startsWith('" + address + "')");
  }

  /** A window of this size; below 500 pixels it is a phone's. */
  public void size(int width, int height) {
    ObjectNode size = JSON.createObjectNode();
    size.put("width", width).put("height", height).put("deviceScaleFactor", 1);
    size.put("mobile", width < 500);
    call("Emulation.setDeviceMetricsOverride", size);
  }

  /** What the device prefers: {@code light} or {@code dark}. */
  public void colours(String scheme) {
    ObjectNode media = JSON.createObjectNode();
    media.putArray("features").addObject().put("name", "prefers-color-scheme").put("value", scheme);
    call("Emulation.setEmulatedMedia", media);
  }

  /** The value of an expression, awaited if it is a promise. */
  public JsonNode eval(String expression) {
    ObjectNode asked = JSON.createObjectNode();
    asked.put("expression", expression).put("awaitPromise", true).put("returnByValue", true);
    JsonNode answer = call("Runtime.evaluate", asked);
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + "\n" + answer.get("exceptionDetails"));
    }
    return answer.path("result").path("value");
  }

  /** Waits until an expression is true. */
  public void await(String expression) {
    if (!comesTrue(expression, PATIENCE)) {
      throw new AssertionError("it did not come true: " + expression);
    }
  }

  private boolean comesTrue(String expression, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (!isTrue(expression)) {
      if (System.nanoTime() > end) {
        return false;
      }
      pause(LOOK_MILLIS);
    }
    return true;
  }

  /** Whether an expression is true; of a page that is being left, nothing is. */
  private boolean isTrue(String expression) {
    try {
      return eval("!!(" + expression + ")").asBoolean();
    } catch (AssertionError e) {
      if (String.valueOf(e.getMessage()).contains("Inspected target navigated")) {
        return false;
      }
      throw e;
    }
  }

  /** Loads the page anew; when this returns, the new one stands in place of the old. */
  public void reload() {
    eval("window.isTheOldPage = true");
    call("Page.reload");
    await("window.isTheOldPage === undefined");
  }

  /** Presses and releases a key: {@code j}, {@code Enter}, {@code ArrowRight}. */
  public void press(String key) {
    String text = key.length() == 1 ? key : TEXTS.getOrDefault(key, "");
    ObjectNode down = JSON.createObjectNode();
    down.put("type", text.isEmpty() ? "rawKeyDown" : "keyDown");
    down.put("key", key.equals("Space") ? " " : key).put("code", key).put("text", text);
    Integer code = CODES.get(key);
    if (code != null) {
      down.put("windowsVirtualKeyCode", code);
    }
    call("Input.dispatchKeyEvent", down);
    call("Input.dispatchKeyEvent", down.deepCopy().put("type", "keyUp").put("text", ""));
  }

  /** Writes into what has the focus. */
  public void write(String text) {
    call("Input.insertText", "text", text);
  }

  /** Clicks, as a pointer does, in the middle of what a selector finds first. */
  public void click(String selector) {
    String found = "document.querySelector(" + quoted(selector) + ")";
    await(found);
    JsonNode at =
        eval(
            "(() => { const each = %s; each.scrollIntoView({block: 'center'});".formatted(found)
                + " const box = each.getBoundingClientRect();"
                + " return [box.x + box.width / 2, box.y + box.height / 2]; })()");
    for (String type : List.of("mousePressed", "mouseReleased")) {
      ObjectNode mouse = JSON.createObjectNode();
      mouse.put("type", type).put("x", at.get(0).asDouble()).put("y", at.get(1).asDouble());
      mouse.put("button", "left").put("clickCount", 1);
      call("Input.dispatchMouseEvent", mouse);
    }
  }

  /**
   * Clicks until an expression is true, as a reader does: what has moved from under the pointer is
   * clicked again.
   */
  public void click(String selector, String until) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    do {
      click(selector);
    } while (!comesTrue(until, BEFORE_ANOTHER_CLICK) && System.nanoTime() < end);
    await(until);
  }

  /** The text that a reader sees in what a selector finds first. */
  public String text(String selector) {
    return eval("document.querySelector(" + quoted(selector) + ")?.innerText ?? ''").asText();
  }

  /** How many there are of what a selector finds. */
  public int count(String selector) {
    return eval("document.querySelectorAll(" + quoted(selector) + ").length").asInt();
  }

  /** Keeps what the page looks like as a PNG. */
  public void screenshot(Path file) {
    byte[] png = Base64.getDecoder().decode(call("Page.captureScreenshot").get("data").asText());
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A string of JavaScript. */
  public static String quoted(String text) {
    return JSON.getNodeFactory().textNode(text).toString();
  }

  /** Lets time go by. */
  public static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private JsonNode call(String method, String name, String value) {
    return call(method, JSON.createObjectNode().put(name, value));
  }

  private JsonNode call(String method) {
    return call(method, JSON.createObjectNode());
  }

  private JsonNode call(String method, ObjectNode parameters) {
    int id = ids.incrementAndGet();
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", parameters);
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    open.put(id, answer);
    WebSocket to = socket;
    if (to == null) {
      throw new IllegalStateException("not connected");
    }
    to.sendText(message.toString(), true).join();
    JsonNode told = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    if (told.has("error")) {
      throw new AssertionError(method + ": " + told.get("error"));
    }
    return told.get("result");
  }

  private void take(JsonNode message) {
    if (message.has("id")) {
      CompletableFuture<JsonNode> answer = open.remove(message.get("id").asInt());
      if (answer != null) {
        answer.complete(message);
      }
      return;
    }
    JsonNode told = message.path("params");
    switch (message.path("method").asText()) {
      case "Runtime.exceptionThrown" -> errors.add(told.path("exceptionDetails").toString());
      case "Runtime.consoleAPICalled" -> {
        if (told.path("type").asText().equals("error")) {
          errors.add(told.path("args").toString());
        }
      }
      case "Log.entryAdded" -> {
        if (told.path("entry").path("level").asText().equals("error")) {
          errors.add(told.path("entry").toString());
        }
      }
      default -> {
        // of no interest
      }
    }
  }

  @Override
  public void close() {
    WebSocket to = socket;
    if (to != null) {
      to.abort();
    }
  }

  /** Puts messages together from their parts. */
  private final class Incoming implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        String whole = text.toString();
        text.setLength(0);
        try {
          take(JSON.readTree(whole));
        } catch (IOException e) {
          errors.add("not JSON: " + whole);
        }
      }
      from.request(1);
      return null;
    }
  }
}
