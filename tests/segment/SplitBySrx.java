// Splits text with net.loomchild:segment, an SRX engine that is not ours.
// usage: java -cp JARS SplitBySrx.java RULES.srx LANGUAGE < texts, each ended by U+0000
// Prints the pieces, each ended by U+0001, and U+0000 behind each text.

import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import net.loomchild.segment.srx.SrxDocument;
import net.loomchild.segment.srx.SrxTextIterator;
import net.loomchild.segment.srx.io.Srx2Parser;

public class SplitBySrx {
  public static void main(String[] arguments) throws Exception {
    SrxDocument rules =
        new Srx2Parser()
            .parse(
                new InputStreamReader(
                    new FileInputStream(arguments[0]), StandardCharsets.UTF_8));
    String all = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (String text : all.split("\u0000")) {
      SrxTextIterator pieces = new SrxTextIterator(rules, arguments[1], text);
      while (pieces.hasNext()) out.print(pieces.next() + "\u0001");
      out.print("\u0000");
    }
    out.flush();
  }
}
