package io.hotline.gateway.stream;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * One client's end of a stream: a bounded queue, written out without blocking as fast as the client
 * takes it. Thread-safe.
 *
 * <p>It is open until {@link #end} or {@link #breakOff} (everything queued is still written),
 * {@link #drop} (what is queued is thrown away, and a last event says where to go on) or {@link
 * #abort} (the connection is cut).
 */
final class Listener {

  private static final int WRITE_BYTES = 64 * 1024;
  private static final byte[] NOTHING = {};

  private enum State {
    OPEN,
    FINISHING,
    CLOSED
  }

  /** What is written whole or not at all; the body is shared with other listeners. */
  private record Frame(byte[] head, byte[] body) {
    int size() {
      return head.length + body.length;
    }
  }

  /** Makes the last event, once it is known what was written before. */
  interface Closing {
    /**
     * The last event.
     *
     * @param lastHead of the last event that was handed to the connection; empty if there was none
     */
    byte[] after(byte[] lastHead);
  }

  private final StreamClient client;
  private final Format format;
  private final @Nullable Packing packing;
  private final StreamLimits limits;
  private final InstantSource clock;
  private final Writing writing = new Writing();

  private final Deque<Frame> queue = new ArrayDeque<>();
  private int queued;
  private State state = State.OPEN;
  private boolean opened;
  private boolean tooSlow;
  private boolean writeUnderWay;
  private byte[] lastHead = NOTHING;
  private Runnable whenClosed = () -> {};

  /** When the client was last given something or last took it. */
  private Instant lastMoved;

  Listener(StreamClient client, StreamRequest request, StreamLimits limits, InstantSource clock) {
    this.client = client;
    this.format = request.format();
    this.packing = request.packed() ? new Packing() : null;
    this.limits = limits;
    this.clock = clock;
    this.lastMoved = clock.instant();
  }

  Format format() {
    return format;
  }

  /** To be run once, when the stream has ended; to be said before {@link #open}. */
  void whenClosed(Runnable action) {
    whenClosed = action;
  }

  /** Begins to write; says nothing if it has begun already. */
  void open() {
    synchronized (this) {
      if (opened) {
        return;
      }
      opened = true;
    }
    offer(NOTHING, format.opening());
  }

  /** Queues an event; false if the queue is full or the stream closed. */
  boolean offer(byte[] head, byte[] body) {
    synchronized (this) {
      if (state != State.OPEN || isTooMuch(head.length + body.length)) {
        return false;
      }
      add(new Frame(head, body));
    }
    writing.iterate();
    return true;
  }

  /** Queues an event as soon as there is room; false if the stream closed. */
  boolean offerPatiently(byte[] head, byte[] body) throws InterruptedException {
    synchronized (this) {
      while (state == State.OPEN && isTooMuch(head.length + body.length)) {
        wait();
      }
    }
    return offer(head, body);
  }

  /** Whether it was given up because the client took nothing, or too little. */
  synchronized boolean wasTooSlow() {
    return tooSlow;
  }

  synchronized boolean isOpen() {
    return state == State.OPEN;
  }

  /** Ends the stream well, when all that is queued has been written, and this. */
  void end(Closing last) {
    finish(last, false);
  }

  /** Breaks the stream off when all that is queued has been written, and this. */
  void breakOff(Closing last) {
    if (format.saysHowItEnds()) {
      finish(last, false);
    } else {
      abort(new EOFException("broken off"));
    }
  }

  /** Breaks the stream off with this in place of what is queued. */
  void drop(Closing last) {
    synchronized (this) {
      tooSlow = true;
    }
    if (format.saysHowItEnds()) {
      finish(last, true);
    } else {
      abort(new EOFException("broken off"));
    }
  }

  private void finish(Closing last, boolean discard) {
    synchronized (this) {
      if (state != State.OPEN) {
        return;
      }
      byte[] head = lastHead;
      if (discard) {
        queue.clear();
        queued = 0;
      } else {
        for (Frame frame : queue) {
          head = frame.head().length == 0 ? head : frame.head();
        }
      }
      add(new Frame(NOTHING, last.after(head)));
      state = State.FINISHING;
      notifyAll();
    }
    writing.iterate();
  }

  /** Cuts the connection. */
  void abort(Throwable why) {
    writing.abort(why);
  }

  /** Says something if nothing was said for long, and gives up a client that takes nothing. */
  void tick(Instant now) {
    Duration quiet;
    boolean stalled;
    synchronized (this) {
      quiet = Duration.between(lastMoved, now);
      stalled = writeUnderWay && quiet.compareTo(limits.stall()) >= 0;
      boolean silent = !writeUnderWay && quiet.compareTo(limits.heartbeat()) >= 0;
      if (state == State.CLOSED || !(stalled || silent)) {
        return;
      }
      tooSlow |= stalled;
    }
    if (stalled) {
      abort(new TimeoutException("the client has taken nothing for " + quiet.toSeconds() + " s"));
    } else {
      offer(NOTHING, format.heartbeat());
    }
  }

  /** One event alone may be larger than the queue. */
  private boolean isTooMuch(int more) {
    return queued > 0 && queued + more > limits.queueBytes();
  }

  private void add(Frame frame) {
    queue.add(frame);
    queued += frame.size();
  }

  /** What can be written at once; null if there is nothing. */
  private @Nullable ByteBuffer nextChunk() {
    int size = 0;
    Deque<Frame> frames = new ArrayDeque<>();
    for (Frame next = queue.peek();
        next != null && (size == 0 || size + next.size() <= WRITE_BYTES);
        next = queue.peek()) {
      size += next.size();
      frames.add(next);
      queue.remove();
    }
    if (frames.isEmpty()) {
      return null;
    }
    queued -= size;
    notifyAll();
    ByteBuffer chunk = ByteBuffer.allocate(size);
    for (Frame frame : frames) {
      chunk.put(frame.head()).put(frame.body());
      lastHead = frame.head().length == 0 ? lastHead : frame.head();
    }
    return chunk.flip();
  }

  private void endStream() {
    synchronized (this) {
      state = State.CLOSED;
      writeUnderWay = false;
      queue.clear();
      queued = 0;
      notifyAll();
    }
    if (packing != null) {
      packing.close();
    }
    whenClosed.run();
  }

  /** One write after another, without recursion; see {@link IteratingCallback}. */
  private final class Writing extends IteratingCallback {

    private boolean lastWritten;

    @Override
    protected Action process() {
      ByteBuffer chunk;
      synchronized (Listener.this) {
        if (lastWritten) {
          return Action.SUCCEEDED;
        }
        chunk = nextChunk();
        writeUnderWay = chunk != null || state == State.FINISHING;
        if (!writeUnderWay) {
          return Action.IDLE;
        }
        lastMoved = clock.instant();
        lastWritten = chunk == null;
      }
      ByteBuffer plain = chunk == null ? ByteBuffer.allocate(0) : chunk;
      client.write(lastWritten, packing == null ? plain : packing.pack(plain, lastWritten), this);
      return Action.SCHEDULED;
    }

    @Override
    protected void onAborted(Throwable cause) {
      client.cut();
    }

    @Override
    protected void onCompleteSuccess() {
      endStream();
      client.ended().succeeded();
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
      endStream();
      client.ended().failed(cause);
    }
  }
}
