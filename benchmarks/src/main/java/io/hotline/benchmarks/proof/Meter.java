package io.hotline.benchmarks.proof;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Wall and processor time of this process since the meter was made: broker, registry and topologies
 * all run in it, so everything an item costs is in the figure.
 */
final class Meter {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final long wall = System.nanoTime();
  private final long processor = SYSTEM.getProcessCpuTime();

  /** Seconds of wall time. */
  double wall() {
    return (System.nanoTime() - wall) / 1e9;
  }

  /** Seconds of processor time, over all cores. */
  double processor() {
    return (SYSTEM.getProcessCpuTime() - processor) / 1e9;
  }

  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The value below which a share of the values lies (nearest rank). */
  static double percentile(double share, double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(0, Math.min(sorted.length, rank) - 1)];
  }
}
