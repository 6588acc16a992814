// Words in the child's language, from the language pack. English is what stands in the code.

const DOMAIN = "codekids_quiet";

/** The words of this extension, by a translator of JupyterLab's. */
export function wordsOf(translator) {
  return translator.load(DOMAIN);
}
