package io.github.unitscope.visualize.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Animated GIF files that repeat for ever, with a comment. The same frames, timing and comment give
 * the same bytes.
 *
 * @param delay of a frame in hundredths of a second, at least 2: many viewers take less for 10
 * @param lastDelay of the last frame
 * @param comment in ASCII, such as the identity of the run
 */
public record Gif(int delay, int lastDelay, String comment) {
  private static final String FORMAT = "javax_imageio_gif_image_1.0";
  private static final int LONGEST_DELAY = 65_535;

  /** A sub-block for repeats, and their number: 0 is for ever. */
  private static final byte[] REPEAT_FOR_EVER = {1, 0, 0};

  /**
   * @throws IllegalArgumentException if a delay is not from 2 to 65535 or the comment not in ASCII
   */
  public Gif {
    for (int each : new int[] {delay, lastDelay}) {
      if (each < 2 || each > LONGEST_DELAY) {
        throw new IllegalArgumentException("a frame cannot be shown for " + each + "/100 s");
      }
    }
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(comment)) {
      throw new IllegalArgumentException("the comment is not in ASCII: " + comment);
    }
  }

  /**
   * Writes an animation; a file that exists is replaced.
   *
   * @param frames of one size, with one palette of at most 256 colours; at least one
   * @throws IllegalArgumentException if there is no frame, or one has no palette
   * @throws IOException if it cannot be written
   */
  public void write(Iterable<BufferedImage> frames, Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (OutputStream bytes = Files.newOutputStream(file);
        ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      Iterator<BufferedImage> all = frames.iterator();
      if (!all.hasNext()) {
        throw new IllegalArgumentException("an animation without frames");
      }
      for (boolean first = true; all.hasNext(); first = false) {
        BufferedImage frame = all.next();
        requirePalette(frame);
        IIOMetadata metadata = metadata(writer, frame, first, !all.hasNext());
        writer.writeToSequence(new IIOImage(frame, null, metadata), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
  }

  private static void requirePalette(BufferedImage frame) {
    if (frame.getType() != BufferedImage.TYPE_BYTE_INDEXED) {
      throw new IllegalArgumentException("a frame without a palette");
    }
  }

  private IIOMetadata metadata(ImageWriter writer, BufferedImage frame, boolean first, boolean last)
      throws IOException {
    // Not createFromRenderedImage, which takes another palette for this type of image.
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(
            new ImageTypeSpecifier(frame), writer.getDefaultWriteParam());
    IIOMetadataNode root = new IIOMetadataNode(FORMAT);
    root.appendChild(control(last ? lastDelay : delay));
    if (first) {
      root.appendChild(repetition());
      root.appendChild(commentNode());
    }
    metadata.mergeTree(FORMAT, root);
    return metadata;
  }

  private static IIOMetadataNode control(int hundredths) {
    IIOMetadataNode node = new IIOMetadataNode("GraphicControlExtension");
    node.setAttribute("disposalMethod", "none");
    node.setAttribute("userInputFlag", "FALSE");
    node.setAttribute("transparentColorFlag", "FALSE");
    node.setAttribute("transparentColorIndex", "0");
    node.setAttribute("delayTime", String.valueOf(hundredths));
    return node;
  }

  private static IIOMetadataNode repetition() {
    IIOMetadataNode extension = new IIOMetadataNode("ApplicationExtension");
    extension.setAttribute("applicationID", "NETSCAPE");
    extension.setAttribute("authenticationCode", "2.0");
    extension.setUserObject(REPEAT_FOR_EVER.clone());
    IIOMetadataNode all = new IIOMetadataNode("ApplicationExtensions");
    all.appendChild(extension);
    return all;
  }

  private IIOMetadataNode commentNode() {
    IIOMetadataNode extension = new IIOMetadataNode("CommentExtension");
    extension.setAttribute("value", comment);
    IIOMetadataNode all = new IIOMetadataNode("CommentExtensions");
    all.appendChild(extension);
    return all;
  }
}
