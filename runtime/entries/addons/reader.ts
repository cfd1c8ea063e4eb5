/** The add-on `reader`: what helps a reader along, and need not be there before the lesson and its quiz are. */
import { bindReader } from "../../page/reader.ts";
import { showFonts } from "../../page/fonts.ts";

(globalThis.scormpackAddons ??= {}).reader = { bindReader };
showFonts(document);
