// A grid of any number of rows. It holds only the rows in view, in a pane that stays where it is while a tall spacer scrolls behind it:
// a row is never blank, however fast one scrolls.

/** Browsers clip elements that are taller than this, some at 17 million pixels. Beyond, the scroll bar moves in proportion and the wheel by pixels. */
const TALLEST = 10_000_000;

class Grid {
  #selection;
  #position = 0;
  #lastTop = 0;
  #active = { place: 0, column: 0 };
  #hasActive = false;
  #drawing = false;
  #settling = 0;
  #lines = [];
  #marked;

  constructor(element, cabling, { onActive, onOpen }) {
    Object.assign(this, { element, cabling, onActive, onOpen });
    this.spacer = element.querySelector('.spacer');
    this.pane = element.querySelector('.pane');
    this.header = this.pane.querySelector('.head');
    this.body = this.pane.querySelector('.body');
    element.setAttribute('aria-colcount', COLUMNS.length);
    this.header.append(...COLUMNS.map((name, c) => this.#cell('columnheader', c, name)));
    element.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    element.addEventListener('keydown', event => this.#key(event));
    element.addEventListener('focus', () => { if (!this.#hasActive && this.#selection?.length) this.#activate(Math.ceil(this.#position / this.rowHeight), 0); });
    element.addEventListener('mousedown', event => this.#pointed(event));
    element.addEventListener('dblclick', () => this.onOpen(this.row, this.#active.column));
    element.addEventListener('copy', event => this.#copy(event));
    new ResizeObserver(() => this.resize()).observe(element);
  }

  /** The selected row's texts; null for none. */
  get row() {
    return this.#hasActive && this.#active.place < this.#selection.length ? this.cabling.row(this.#selection.rowAt(this.#active.place)) : null;
  }

  /** Shows other rows, from the first. */
  show(selection) {
    this.#selection = selection;
    this.#hasActive = false;
    this.#position = 0;
    this.element.scrollTop = this.#lastTop = 0;
    this.#changed();
    this.onActive(null);
  }

  /** The selection has grown. */
  grown() {
    this.#changed();
  }

  /** Columns as wide as what stands in them: looked up at both ends of each bundle. */
  measure() {
    const widths = COLUMNS.map(name => name.length);
    for (const bundle of this.cabling.bundles.filter(b => b.links > 0).slice(0, 400))
      for (const k of [0, Math.floor(bundle.links / 2), bundle.links - 1])
        bundle.row(k).forEach((text, c) => { widths[c] = Math.max(widths[c], Math.min(text.length, 60)); });
    this.element.style.setProperty('--columns', widths.map(width => `calc(${width + 1}ch + var(--gap))`).join(' '));
  }

  resize() {
    this.rowHeight = parseFloat(getComputedStyle(this.element).getPropertyValue('--row'));
    this.#changed();
  }

  #changed() {
    if (!this.#selection) return;
    this.headHeight = this.header.offsetHeight;
    this.height = this.element.clientHeight - this.headHeight;
    this.pane.style.height = `${this.element.clientHeight}px`;
    const all = this.#selection.length * this.rowHeight, real = Math.min(all, TALLEST);
    this.spacer.style.height = `${real + this.headHeight}px`;
    this.range = Math.max(0, all - this.height);
    this.scale = real > this.height ? this.range / (real - this.height) : 1;
    this.element.setAttribute('aria-rowcount', this.#selection.length + 1);
    const lines = Math.ceil(this.height / this.rowHeight) + 1;
    while (this.#lines.length < lines) this.#lines.push(this.#line());
    for (const line of this.#lines.splice(lines)) line.element.remove();
    for (const line of this.#lines) line.place = -1;
    this.#position = Math.min(this.#position, this.range);
    this.#draw();
  }

  #scrolled() {
    const top = this.element.scrollTop, moved = top - this.#lastTop;
    this.#lastTop = top;
    if (this.scale === 1) this.#position = top;
    else if (moved !== 0) {
      const end = this.range / this.scale;
      this.#position = top <= 0 ? 0 : top >= end - 1 ? this.range
        : Math.abs(moved) < this.height * 2 ? Math.max(0, Math.min(this.range, this.#position + moved)) : top * this.scale;
      clearTimeout(this.#settling);
      this.#settling = setTimeout(() => this.#settle(), 150);
    }
    if (this.#drawing) return;
    this.#drawing = true;
    requestAnimationFrame(() => { this.#drawing = false; this.#draw(); });
  }

  /** The scroll bar shows where we are; what is in view stays. */
  #settle() {
    this.element.scrollTop = this.#position / this.scale;
    this.#lastTop = this.element.scrollTop;
  }

  #draw() {
    const first = Math.floor(this.#position / this.rowHeight), count = this.#lines.length;
    for (let place = first; place < first + count; place++) {
      const line = this.#lines[place % count];
      if (place >= this.#selection.length) {
        line.element.hidden = true;
        line.place = -1;
        continue;
      }
      if (line.place !== place) this.#fill(line, place);
      line.element.style.transform = `translateY(${place * this.rowHeight - this.#position}px)`;
    }
    this.#mark();
  }

  #fill(line, place) {
    const row = this.cabling.row(this.#selection.rowAt(place));
    line.place = place;
    line.element.hidden = false;
    line.element.setAttribute('aria-rowindex', place + 2);
    line.element.classList.toggle('odd', place % 2 === 1);
    for (let c = 0; c < row.length; c++) line.texts[c].data = row[c];
  }

  #line() {
    const element = document.createElement('div');
    element.setAttribute('role', 'row');
    element.setAttribute('aria-selected', 'false');
    element.className = 'line';
    const cells = COLUMNS.map((name, c) => this.#cell('gridcell', c, ''));
    element.append(...cells);
    this.body.append(element);
    return { element, cells, texts: cells.map(cell => cell.firstChild), place: -1 };
  }

  #cell(role, column, text) {
    const cell = document.createElement('div');
    cell.setAttribute('role', role);
    cell.setAttribute('aria-colindex', column + 1);
    cell.className = COLUMNS[column];
    cell.append(document.createTextNode(text));
    return cell;
  }

  /** The active cell, where it is in view, is the one that a screen reader is told of. */
  #mark() {
    const { place, column } = this.#active;
    const line = this.#hasActive ? this.#lines.find(l => l.place === place) : undefined, cell = line?.cells[column];
    if (cell !== this.#marked) {
      this.#marked?.removeAttribute('id');
      this.#marked?.classList.remove('active');
      this.#marked?.parentElement?.setAttribute('aria-selected', 'false');
      this.#marked = cell;
    }
    if (!cell) return this.element.removeAttribute('aria-activedescendant');
    cell.id = 'active-cell';
    cell.classList.add('active');
    line.element.setAttribute('aria-selected', 'true');
    this.element.setAttribute('aria-activedescendant', 'active-cell');
  }

  #activate(place, column) {
    this.#active = { place: Math.max(0, Math.min(this.#selection.length - 1, place)), column: Math.max(0, Math.min(COLUMNS.length - 1, column)) };
    this.#hasActive = this.#selection.length > 0;
    const top = this.#active.place * this.rowHeight;
    if (top < this.#position) this.#goTo(top);
    else if (top + this.rowHeight > this.#position + this.height) this.#goTo(top + this.rowHeight - this.height);
    this.#draw();
    const cell = this.#lines.find(line => line.place === this.#active.place)?.cells[this.#active.column];
    if (cell && cell.offsetParent) {
      const left = cell.offsetLeft, right = left + cell.offsetWidth, pinned = this.header.firstChild.offsetWidth;
      if (this.#active.column > 0 && left - pinned < this.element.scrollLeft) this.element.scrollLeft = left - pinned;
      else if (right > this.element.scrollLeft + this.element.clientWidth) this.element.scrollLeft = right - this.element.clientWidth;
    }
    this.onActive(this.row);
  }

  #goTo(position) {
    this.#position = Math.max(0, Math.min(this.range, position));
    this.#settle();
  }

  #pointed(event) {
    const line = this.#lines.find(l => l.element.contains(event.target));
    if (line) this.#activate(line.place, Math.max(0, line.cells.indexOf(event.target)));
  }

  #key(event) {
    const page = Math.max(1, Math.floor(this.height / this.rowHeight) - 1), { place, column } = this.#active, all = event.ctrlKey || event.metaKey;
    const to = {
      ArrowDown: [place + 1, column], ArrowUp: [place - 1, column], ArrowRight: [place, column + 1], ArrowLeft: [place, column - 1],
      PageDown: [place + page, column], PageUp: [place - page, column],
      Home: [all ? 0 : place, 0], End: [all ? Infinity : place, COLUMNS.length - 1],
    }[event.key];
    if (to && this.#selection.length > 0) {
      event.preventDefault();
      this.#activate(...to);
    } else if (event.key === 'Enter' && this.row) {
      event.preventDefault();
      this.onOpen(this.row, column);
    }
  }

  #copy(event) {
    if (!this.row || String(getSelection())) return;
    event.clipboardData.setData('text/plain', asClipboard(this.row));
    event.preventDefault();
  }
}

/** A row for a spreadsheet: a cell that it would take for a formula is text, as in cabling.csv. */
function asClipboard(row) {
  return row.map(text => (/^[=+\-@\t\r\n]/.test(text) ? "'" : '') + text.replace(/[\t\r\n]/g, ' ')).join('\t');
}
