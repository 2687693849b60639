package dev.latchkey.server.browser;

import dev.latchkey.server.browser.Inspection.Judged;
import java.util.List;
import java.util.Locale;

/** How a page is looked at. */
enum Look {
  WIDE_LIGHT(1280, 800, 1, false, false, Judged.EVERYTHING),

  WIDE_DARK(1280, 800, 1, true, false, Judged.COLOURS),

  PHONE_LIGHT(390, 844, 2, false, true, Judged.EVERYTHING),

  PHONE_DARK(390, 844, 2, true, true, Judged.COLOURS),

  /** A wide window where everything is twice as large: half as much fits in. */
  ZOOMED(640, 400, 1, false, false, Judged.WIDTH),

  /** The narrowest that has to do without scrolling sideways (WCAG 2.2, 1.4.10). */
  NARROW(320, 640, 1, false, true, Judged.WIDTH),

  /** As the README shows it: no wider than there is room for. */
  PUBLISHED(960, 600, 2, false, false, Judged.WIDTH);

  static final List<Look> CHECKED = List.of(WIDE_LIGHT, WIDE_DARK, PHONE_LIGHT, PHONE_DARK, ZOOMED, NARROW);

  final int width;
  final int height;
  final int scale;
  final boolean dark;
  final boolean phone;
  final Judged judged;

  Look(int width, int height, int scale, boolean dark, boolean phone, Judged judged) {
    this.width = width;
    this.height = height;
    this.scale = scale;
    this.dark = dark;
    this.phone = phone;
    this.judged = judged;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
