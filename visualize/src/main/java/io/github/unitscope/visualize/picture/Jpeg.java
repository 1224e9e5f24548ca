package io.github.unitscope.visualize.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.NodeList;

/** JPEG files with a comment, for photographs: a quarter of the size of PNG. */
public final class Jpeg {
  /**
   * The side of the blocks that are stored each by itself: tiles whose sides are multiples of it do
   * not run into each other. Colours have the resolution of brightness: readers would mix coarser
   * ones across the edges.
   */
  public static final int BLOCK = 8;

  private static final String FORMAT = "javax_imageio_jpeg_image_1.0";
  private static final float QUALITY = 0.9f;

  private Jpeg() {}

  /**
   * Writes an image to a file; one that exists is replaced. Equal images and comments give equal
   * bytes with one version of Java.
   *
   * @param image in RGB
   * @param comment in Latin-1
   * @throws IOException if it cannot be written
   */
  public static void write(BufferedImage image, String comment, Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (OutputStream bytes = Files.newOutputStream(file);
        ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(QUALITY);
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(
              ImageTypeSpecifier.createFromRenderedImage(image), settings);
      IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
      IIOMetadataNode entry = new IIOMetadataNode("com");
      entry.setUserObject(comment.getBytes(StandardCharsets.ISO_8859_1));
      root.getElementsByTagName("markerSequence").item(0).appendChild(entry);
      NodeList components = root.getElementsByTagName("componentSpec");
      for (int i = 0; i < components.getLength(); i++) {
        ((IIOMetadataNode) components.item(i)).setAttribute("HsamplingFactor", "1");
        ((IIOMetadataNode) components.item(i)).setAttribute("VsamplingFactor", "1");
      }
      metadata.setFromTree(FORMAT, root);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, metadata), settings);
    } finally {
      writer.dispose();
    }
  }
}
