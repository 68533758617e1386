// Finds rows by what is printed on devices, ports, racks and labels. Rows are computed a slice of a moment at a time: the page stays alive.

const SLICE_MS = 12;

/** Gives the page its turn. A message comes back at once; a timer of zero waits for milliseconds. */
const turn = () => new Promise(resolve => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { port1.close(); resolve(); };
  port2.postMessage(null);
});

/** Rows of some bundles: all of them, or those in which every word of a search occurs. */
class Selection {
  constructor(cabling, fabric, text) {
    this.cabling = cabling;
    this.bundles = cabling.bundles.filter(bundle => bundle.links > 0 && (fabric === '' || bundle.fabric === fabric));
    this.words = text.toLowerCase().split(/\s+/).filter(word => word.length > 0);
    this.total = this.bundles.reduce((sum, bundle) => sum + bundle.links, 0);
    this.searched = this.words.length === 0 ? this.total : 0;
    this.found = [];
    this.cancelled = false;
  }

  get isSearch() {
    return this.words.length > 0;
  }

  get length() {
    return this.isSearch ? this.found.length : this.total;
  }

  /** The number in cabling.csv, from 0, of the row shown at a place. */
  rowAt(place) {
    if (this.isSearch) return this.found[place];
    for (const bundle of this.bundles) {
      if (place < bundle.links) return bundle.first + place;
      place -= bundle.links;
    }
    return -1;
  }

  /** Looks for the words; tells of progress after each slice. */
  async run(progress) {
    let before = 0;
    for (const bundle of this.bundles) {
      for (let k = 0; k < bundle.links;) {
        const end = performance.now() + SLICE_MS;
        // The clock is asked now and then.
        do
          for (const last = Math.min(bundle.links, k + 64); k < last; k++)
            if (this.#has(bundle, k)) this.found.push(bundle.first + k);
        while (k < bundle.links && performance.now() < end);
        this.searched = before + k;
        progress(this);
        await turn();
        if (this.cancelled) return;
      }
      before += bundle.links;
    }
  }

  #has(bundle, k) {
    const text = bundle.haystack(k);
    return this.words.every(word => text.includes(word));
  }
}
