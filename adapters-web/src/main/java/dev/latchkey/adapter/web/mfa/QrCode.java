package dev.latchkey.adapter.web.mfa;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import dev.latchkey.adapter.web.page.view.QrPicture;
import java.util.Map;

/** Draws QR codes (ISO/IEC 18004) as vectors, so that they are sharp at any size and need no picture of their own. */
final class QrCode {
  /** Light modules around the code, without which scanners don't find it. */
  private static final int QUIET_ZONE = 4;

  private QrCode() {}

  static QrPicture draw(String text) {
    BitMatrix modules;
    try {
      modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET_ZONE));
    } catch (WriterException e) {
      throw new IllegalArgumentException("Too long for a QR code", e);
    }
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      drawRow(modules, y, path);
    }
    return new QrPicture(modules.getWidth(), path.toString());
  }

  /** One rectangle for each run of dark modules. */
  private static void drawRow(BitMatrix modules, int y, StringBuilder path) {
    int x = 0;
    while (x < modules.getWidth()) {
      int start = x;
      while (x < modules.getWidth() && modules.get(x, y)) {
        x++;
      }
      if (x > start) {
        path.append('M').append(start).append(' ').append(y).append('h').append(x - start).append("v1h-")
            .append(x - start).append('z');
      }
      x++;
    }
  }

  /** A document of its own. */
  static String svg(QrPicture picture) {
    int size = picture.size();
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
        + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + size + "v" + size
        + "H0z\"/><path d=\"" + picture.path() + "\"/></svg>";
  }
}
