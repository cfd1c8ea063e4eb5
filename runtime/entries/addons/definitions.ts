/** The add-on `definitions`: shows a key term's definition beside the term. */
import { openDefinition } from "../../page/definition.ts";

(globalThis.scormpackAddons ??= {}).definitions = { openDefinition };
