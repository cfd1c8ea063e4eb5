/** The add-on `reader`: what helps a reader along, and need not be there before the lesson and its quiz are. */
import { bindReader } from "../../page/reader.ts";

(globalThis.scormpackAddons ??= {}).reader = { bindReader };
