// Puts the page together.

const read = id => JSON.parse(document.getElementById(id).textContent);
const cabling = new Cabling(read('plan'));
const racks = new Racks(cabling, read('panels'));

const [search, fabric, status, progress, copy] = ['search', 'fabric', 'found', 'searching', 'copy'].map(id => document.getElementById(id));
const rackButtons = [document.getElementById('rack-a'), document.getElementById('rack-b')];
const grid = new Grid(document.getElementById('grid'), cabling, { onActive: selected, onOpen: openRack });
let selection = null;

function selected(row) {
  copy.disabled = row === null;
  rackButtons.forEach((button, end) => {
    const rack = row?.[end === 0 ? 6 : 13] ?? '';
    button.disabled = rack === '';
    button.textContent = rack === '' ? `Rack ${'AB'[end]}` : `Rack ${rack}`;
  });
}

/** The rack of the end whose column is chosen. */
function openRack(row, column) {
  const at = column >= 11 && column <= 17 ? 11 : 4;
  if (!row || !racks.open(row[at], row[at + 1], row[at + 2])) return;
  const title = document.getElementById('rack-title');
  title.scrollIntoView({ block: 'start' });
  title.focus({ preventScroll: true });
}

function tell() {
  const rows = selection.length.toLocaleString('en');
  status.textContent = !selection.isSearch ? count(selection.length, 'row')
    : selection.searched < selection.total ? `${rows} found so far` : `${rows} of ${count(selection.total, 'row')} found`;
}

async function select() {
  if (selection) selection.cancelled = true;
  const chosen = selection = new Selection(cabling, fabric.value, search.value);
  grid.show(chosen);
  progress.hidden = !chosen.isSearch;
  progress.max = chosen.total;
  progress.value = 0;
  if (!chosen.isSearch) return tell();
  let shown = 0, told = 0;
  await chosen.run(({ searched, length }) => {
    progress.value = searched;
    if (length > shown && (shown < 100 || searched === chosen.total || performance.now() > told + 250)) {
      shown = length;
      told = performance.now();
      grid.grown();
    }
  });
  if (chosen.cancelled) return;
  progress.hidden = true;
  grid.grown();
  tell();
}

for (const name of new Set(cabling.bundles.map(bundle => bundle.fabric))) fabric.append(new Option(name, name));
let typing = 0;
search.addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(select, 120); });
fabric.addEventListener('change', select);
copy.addEventListener('click', () => { grid.element.focus({ preventScroll: true }); document.execCommand('copy'); copy.textContent = 'Copied'; setTimeout(() => { copy.textContent = 'Copy row'; }, 1200); });
rackButtons.forEach((button, end) => button.addEventListener('click', () => openRack(grid.row, end === 0 ? 4 : 11)));
grid.measure();
grid.resize();
select();
