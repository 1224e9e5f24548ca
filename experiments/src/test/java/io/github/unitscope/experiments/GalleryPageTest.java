package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.unitscope.experiments.gallery.Browser;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The page of a real gallery in a real browser. */
class GalleryPageTest {
  // The browser may still be writing into its profile.
  @TempDir(cleanup = CleanupMode.NEVER)
  static Path folder;

  private static Browser browser;
  private static String address;

  @BeforeAll
  static void makeGallery() throws Exception {
    Optional<Path> executable = Browser.find();
    assumeTrue(executable.isPresent(), "no Chromium: install it, or name it in CHROME");
    Path model = folder.resolve("model");
    CommandLine.succeed("train", "dbn", "--layers", "40,12", "--epochs", 1, "--out", model);
    Path gallery = folder.resolve("gallery");
    CommandLine.succeed(
        "gallery",
        "--model",
        model,
        "--restarts",
        2,
        "--chains",
        2,
        "--samples",
        3,
        "--images",
        200,
        "--out",
        gallery);
    address = gallery.resolve("index.html").toUri().toString();
    browser = Browser.start(executable.get(), folder.resolve("profile"));
    browser.send("Page.enable", Map.of());
    browser.send("Runtime.enable", Map.of());
    browser.send("Log.enable", Map.of());
    browser.send("Network.enable", Map.of());
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void openPage() throws Exception {
    browser.resize(1280, 900);
    browser.forgetEvents();
    open("");
  }

  private static void open(String hash) throws Exception {
    browser.send("Page.navigate", Map.of("url", "about:blank"));
    browser.send("Page.navigate", Map.of("url", address + hash));
    waitFor("document.documentElement?.dataset.ready !== undefined");
    assertTrue(browser.evaluate("document.querySelector('#problem').hidden").asBoolean());
  }

  private static void waitFor(String condition) throws Exception {
    String promise =
        """
        new Promise((done, fail) => {
          const from = performance.now();
          (function look() {
            if (%s) done(true);
            else if (performance.now() - from > 20000) fail(new Error('waited in vain'));
            else setTimeout(look, 10);
          })();
        })
        """;
    browser.evaluate(String.format(Locale.ROOT, promise, condition));
  }

  private static List<String> texts(String selector) throws Exception {
    JsonNode found =
        browser.evaluate(
            String.format(
                Locale.ROOT,
                "[...document.querySelectorAll('%s')].map((node) => node.textContent)",
                selector));
    List<String> texts = new ArrayList<>();
    found.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static String text(String selector) throws Exception {
    return texts(selector).get(0);
  }

  private static void choose(String id, String value) throws Exception {
    browser.evaluate(
        String.format(
                Locale.ROOT,
                "(() => { const node = document.getElementById('%s'); node.value = '%s';",
                id,
                value)
            + " node.dispatchEvent(new Event('change', {bubbles: true})); })()");
  }

  private static String focused() throws Exception {
    return browser.evaluate("document.activeElement.textContent").asText();
  }

  @Test
  void thePageLoadsFromTheFileSystemWithoutComplaint() throws Exception {
    assertEquals(40, texts(".card").size());
    assertEquals("40 units", text("#count"));
    open("#layer=all");
    assertEquals(52, texts(".card").size());
    assertEquals(List.of(), browser.events("Runtime.consoleAPICalled"));
    assertEquals(List.of(), browser.events("Runtime.exceptionThrown"));
    assertEquals(List.of(), browser.events("Log.entryAdded"));
    for (JsonNode request : browser.events("Network.requestWillBeSent")) {
      String url = request.path("request").path("url").asText();
      assertTrue(url.startsWith("file:") || url.startsWith("data:"), url);
    }
    assertTrue(browser.events("Network.requestWillBeSent").size() > 4);
  }

  /** A canvas with a picture from a file cannot be read by a script, but it can be seen. */
  @Test
  void picturesAreDrawn() throws Exception {
    Path file = folder.resolve("screen.png");
    browser.screenshot(file);
    BufferedImage screen = ImageIO.read(file.toFile());
    JsonNode boxes =
        browser.evaluate(
            """
            [...document.querySelectorAll('.card canvas')].map((c) => c.getBoundingClientRect())
                .filter((box) => box.bottom < 890)
                .map((box) => [box.x, box.y, box.width, box.height].map(Math.round))
            """);
    assertTrue(boxes.size() > 10, boxes.toString());
    for (JsonNode box : boxes) {
      Set<Integer> colours = new HashSet<>();
      for (int y = 1; y < box.get(3).asInt() - 1; y++) {
        for (int x = 1; x < box.get(2).asInt() - 1; x++) {
          colours.add(screen.getRGB(box.get(0).asInt() + x, box.get(1).asInt() + y));
        }
      }
      assertTrue(colours.size() > 10, box + " has " + colours.size() + " colours");
    }
  }

  private static double[] shownValues() throws Exception {
    return texts(".card .value").stream()
        .mapToDouble(text -> Double.parseDouble(text.replace("−", "-")))
        .toArray();
  }

  @Test
  void sortingOrdersBothWays() throws Exception {
    choose("sort", "bestValue");
    waitFor("document.querySelector('#count').textContent.includes('best value, highest first')");
    double[] falling = shownValues();
    assertEquals(40, falling.length);
    for (int i = 1; i < falling.length; i++) {
      assertTrue(falling[i - 1] >= falling[i], i + ": " + falling[i - 1] + " " + falling[i]);
    }
    assertTrue(falling[0] > falling[39]);
    browser.evaluate("document.getElementById('direction').click()");
    waitFor("document.querySelector('#count').textContent.includes('lowest first')");
    double[] rising = shownValues();
    assertEquals(falling[0], rising[39]);
    assertEquals(falling[39], rising[0]);
  }

  @Test
  void filtersLeaveWhatIsWithinThem() throws Exception {
    choose("sort", "bestValue");
    double[] all = shownValues();
    double middle = (all[19] + all[20]) / 2;
    open("#layer=1&sort=-bestValue&filter=bestValue:" + middle + "..");
    assertEquals(20, texts(".card").size());
    assertTrue(text("#count").startsWith("20 of 40 units"), text("#count"));
    for (double value : shownValues()) {
      assertTrue(value >= middle);
    }
    browser.evaluate("document.getElementById('clear').click()");
    assertEquals(40, texts(".card").size());
  }

  private static void type(String words) throws Exception {
    for (String letter : words.split("")) {
      browser.press(letter);
    }
  }

  @Test
  void aUnitIsFoundByItsNumberInAnyLayer() throws Exception {
    browser.press("/");
    type("37");
    waitFor("document.querySelectorAll('.card').length === 1");
    assertEquals("37", text(".card .number"));
    browser.press("Escape");
    waitFor("document.querySelectorAll('.card').length === 40");
    type("2:7");
    waitFor("document.querySelectorAll('.card').length === 1");
    assertEquals("7", text(".card .number"));
    browser.press("Enter");
    waitFor("document.querySelector('#large').open");
    assertEquals("layer 2, unit 7", text("#large-title"));
  }

  @Test
  void theKeyboardMovesBetweenUnitsAndLayers() throws Exception {
    browser.press("ArrowRight");
    browser.press("ArrowRight");
    browser.press("ArrowRight");
    String card = focused();
    assertTrue(card.startsWith("2"), card);
    browser.press("ArrowDown");
    int columns =
        browser
            .evaluate(
                "getComputedStyle(document.querySelector('#units')).gridTemplateColumns.split(' ').length")
            .asInt();
    assertTrue(focused().startsWith(String.valueOf(2 + columns)), focused());
    browser.press("ArrowUp");
    browser.press("Enter");
    waitFor("document.querySelector('#large').open");
    assertEquals("layer 1, unit 2", text("#large-title"));
    browser.press("j");
    assertEquals("layer 1, unit 3", text("#large-title"));
    browser.press("k");
    browser.press("k");
    assertEquals("layer 1, unit 1", text("#large-title"));
    browser.press("]");
    waitFor("document.querySelector('#large-title').textContent === 'layer 2, unit 1'");
    browser.press("Escape");
    // The browser tells the page that a dialog was closed by an event of its own, later.
    waitFor(
        "document.activeElement.closest('.card')?.querySelector('.number').textContent === '1'");
    assertFalse(browser.evaluate("document.querySelector('#large').open").asBoolean());
    browser.press("[");
    waitFor("document.querySelectorAll('.card').length === 40");
    browser.press("?");
    assertTrue(browser.evaluate("document.querySelector('#help').open").asBoolean());
  }

  @Test
  void theLargeViewShowsEverythingAndKeepsTheFocus() throws Exception {
    open("#unit=1:5");
    List<String> strips = texts("#large h3");
    assertTrue(strips.toString().contains("restarts"), strips.toString());
    assertTrue(strips.toString().contains("samples"), strips.toString());
    assertTrue(strips.toString().contains("Ascent of the best restart"), strips.toString());
    assertTrue(texts("#large .axes text").size() > 12, "charts have numbers on their axes");
    for (int i = 0; i < 30; i++) {
      browser.press("Tab");
      assertTrue(
          browser
              .evaluate("document.querySelector('#large').contains(document.activeElement)")
              .asBoolean());
    }
  }

  @Test
  void theAddressKeepsWhatIsSeenAndABadOneDoesNoHarm() throws Exception {
    open("#layer=2&sort=-bestValue&size=s&unit=2:3");
    assertEquals("layer 2, unit 3", text("#large-title"));
    assertEquals("bestValue", browser.evaluate("document.querySelector('#sort').value").asText());
    String hash = browser.evaluate("location.hash").asText();
    assertEquals("#layer=2&sort=-bestValue&size=s&unit=2:3", hash);
    open("#layer=99&sort=%00&filter=a:b..c&unit=1:999999&size=huge&show=nothing,%3Cb%3E");
    assertEquals(40, texts(".card").size());
    assertEquals(List.of(), browser.events("Runtime.exceptionThrown"));
  }

  @Test
  void everythingHasANameForAScreenReader() throws Exception {
    open("#unit=1:5");
    List<String> roles = List.of("image", "img", "button", "textbox", "searchbox", "combobox");
    JsonNode tree = browser.send("Accessibility.getFullAXTree", Map.of()).path("nodes");
    List<JsonNode> named =
        StreamSupport.stream(tree.spliterator(), false)
            .filter(node -> !node.path("ignored").asBoolean())
            .filter(node -> roles.contains(node.path("role").path("value").asText()))
            .toList();
    assertTrue(named.size() > 10, "controls and images: " + named.size());
    for (JsonNode node : named) {
      assertFalse(node.path("name").path("value").asText().isBlank(), node.toString());
    }
    String names = named.toString();
    assertTrue(names.contains("activation maximization of layer 1, unit 5"), names);
    assertTrue(names.contains("Histogram of the activation of layer 1, unit 5"), names);
  }

  @Test
  void aPhoneScrollsInOneDirectionOnly() throws Exception {
    browser.resize(390, 844);
    open("");
    assertEquals(390, browser.evaluate("document.documentElement.scrollWidth").asInt());
    assertTrue(texts(".card canvas").size() > 4, "cards in the window are filled");
    open("#unit=1:5");
    assertEquals(390, browser.evaluate("document.documentElement.scrollWidth").asInt());
    int wider =
        browser
            .evaluate(
                "document.querySelector('#large').scrollWidth - document.querySelector('#large').clientWidth")
            .asInt();
    assertEquals(0, wider);
  }

  @Test
  void darkAndLightAreTwoThings() throws Exception {
    String light =
        browser.evaluate("getComputedStyle(document.documentElement).backgroundColor").asText();
    browser.press("t");
    String dark =
        browser.evaluate("getComputedStyle(document.documentElement).backgroundColor").asText();
    assertNotEquals(light, dark);
    browser.send(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
    browser.evaluate("try { localStorage.clear(); } catch (refused) {}");
    open("");
    assertEquals(
        dark,
        browser.evaluate("getComputedStyle(document.documentElement).backgroundColor").asText());
    browser.send("Emulation.setEmulatedMedia", Map.of("features", List.of()));
  }

  @Test
  void aGalleryWhoseDataAreGoneSaysSo() throws Exception {
    Path page = Path.of(java.net.URI.create(address));
    Path alone = Files.createDirectories(folder.resolve("alone")).resolve("index.html");
    Files.copy(page, alone);
    browser.send("Page.navigate", Map.of("url", alone.toUri().toString()));
    waitFor("document.querySelector('#problem') && !document.querySelector('#problem').hidden");
    assertTrue(text("#problem").contains("data/gallery.js"), text("#problem"));
  }
}
