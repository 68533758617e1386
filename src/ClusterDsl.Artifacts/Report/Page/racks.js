// The elevation of one rack, unit by unit, and its sheet: each cable that ends in it.

const make = (tag, className, ...content) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
};

const ROLES = new Set(['node', 'leaf', 'spine', 'core', 'router', 'panel', 'pdu']);
const natural = new Intl.Collator('en', { numeric: true });

class Racks {
  /** @param panels For each hall the runs of panels in a rack: rack, part, height, lowest unit of the first, how many, name of the place, number of the first. */
  constructor(cabling, panels) {
    this.cabling = cabling;
    this.panels = panels;
    this.hall = document.getElementById('rack-hall');
    this.row = document.getElementById('rack-row');
    this.place = document.getElementById('rack-place');
    this.halls = cabling.halls.filter(hall => hall.racks > 0);
    this.hall.append(...this.halls.map((hall, i) => new Option(cabling.halls.length > 1 ? `${hall.site} · ${hall.name}` : hall.name, i)));
    this.hall.addEventListener('change', () => this.show(this.halls[this.hall.value], this.#next(this.halls[this.hall.value], -1, 1) ?? 0));
    for (const select of [this.row, this.place])
      select.addEventListener('change', () => this.show(this.current.hall, Number(this.row.value) * this.current.hall.perRow + Number(this.place.value)));
    document.getElementById('rack-before').addEventListener('click', () => this.#step(-1));
    document.getElementById('rack-next').addEventListener('click', () => this.#step(1));
    document.getElementById('rack-print').addEventListener('click', () => this.print());
    addEventListener('afterprint', () => document.documentElement.classList.remove('one-rack'));
    // Devices that stand in no hall have no racks to show.
    for (const part of document.querySelectorAll('#racks, nav a[href="#racks"]')) part.hidden = this.halls.length === 0;
    if (this.halls.length > 0) this.show(this.halls[0], this.#next(this.halls[0], -1, 1) ?? 0);
  }

  /** Shows the rack that a row names. */
  open(site, hallName, rackName) {
    const hall = this.halls.find(h => h.site === site && h.name === hallName);
    const letters = rackName.replace(/\d+$/, ''), place = Number(rackName.slice(letters.length)) - 1;
    if (!hall || !letters) return false;
    const row = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    this.show(hall, row * hall.perRow + place);
    return true;
  }

  print() {
    document.documentElement.classList.add('one-rack');
    print();
  }

  show(hall, rack) {
    if (this.current?.hall !== hall) {
      this.hall.value = this.halls.indexOf(hall);
      this.row.replaceChildren(...Array.from({ length: hall.rows }, (_, row) => new Option(hall.rowName(row), row)));
      this.place.replaceChildren(...Array.from({ length: hall.perRow }, (_, place) => new Option(hall.placeName(place), place)));
    }
    this.current = { hall, rack };
    this.row.value = Math.floor(rack / hall.perRow);
    this.place.value = rack % hall.perRow;

    const devices = this.cabling.devicesIn(hall, rack), panels = this.#panelsIn(hall, rack);
    const watts = devices.reduce((sum, d) => sum + d.group.model.powerW, 0);
    const name = hall.rackName(rack), rows = this.#cables(devices);
    document.getElementById('rack-title').textContent = `Rack ${name}`;
    document.getElementById('rack-facts').textContent = [`${hall.site} · ${hall.name}`, count(devices.length, 'device'), ...panels.length > 0 ? [count(panels.length, 'panel')] : [], count(rows.length, 'cable end'),
      hall.rackPowerW > 0 ? `${kilowatts(watts)} of ${kilowatts(hall.rackPowerW)} kW` : `${kilowatts(watts)} kW`].join(' · ');
    document.getElementById('rack-elevation').replaceChildren(this.#elevation(hall, name, devices, panels));
    document.getElementById('rack-cables').replaceChildren(this.#sheet(name, rows));
  }

  #step(by) {
    const { hall, rack } = this.current, to = this.#next(hall, rack, by);
    if (to !== null) this.show(hall, to);
  }

  /** The next rack with something in it. */
  #next(hall, rack, by) {
    for (let to = rack + by; to >= 0 && to < hall.racks; to += by)
      if (this.cabling.hasDevices(hall, to) || this.#panelsIn(hall, to).length > 0) return to;
    return null;
  }

  #panelsIn(hall, rack) {
    const runs = (this.panels[this.cabling.halls.indexOf(hall)] ?? []).filter(run => run[0] === rack);
    return runs.flatMap(([, part, height, lowest, many, place, number]) =>
      Array.from({ length: many }, (_, i) => ({ name: `${place}-P${String(number + i).padStart(2, '0')}`, role: 'panel', height, unit: lowest - i * height, model: part })));
  }

  #elevation(hall, name, devices, panels) {
    const all = [...devices.map(d => ({ name: d.name, role: d.group.role, height: d.group.model.heightU, unit: d.unit, model: d.group.model.id })), ...panels];
    const byTop = new Map(), beside = [];
    for (const device of all) {
      const top = device.unit + device.height - 1;
      if (device.unit > 0 && device.height > 0 && top <= hall.rackUnits && !byTop.has(top)) byTop.set(top, device); else beside.push(device);
    }
    const body = make('tbody');
    for (let unit = hall.rackUnits, free = hall.rackUnits + 1; unit >= 1; unit--) {
      const number = make('th', '', String(unit)), line = make('tr', '', number);
      number.scope = 'row';
      const device = byTop.get(unit);
      if (device && unit < free) {
        const cell = make('td', `device ${ROLES.has(device.role) ? device.role : 'other'}`, make('b', '', device.name), make('span', '', device.model));
        cell.rowSpan = device.height;
        line.append(cell);
        free = device.unit;
      } else if (unit < free) line.append(make('td', 'free', ''));
      body.append(line);
    }
    const table = make('table', 'rack', make('colgroup', '', make('col'), make('col')), body);
    table.setAttribute('aria-label', `Rack ${name} from the top, ${hall.rackUnits} units`);
    if (beside.length === 0) return table;
    return make('div', '', table, make('p', 'beside', `Beside the units: ${beside.map(d => `${d.name} (${d.model})`).join(', ')}`));
  }

  /** The near end of each cable in the rack, from the top. */
  #cables(devices) {
    return devices.flatMap(device => [...this.cabling.rowsOf(device.group, device.device)].map(({ row, atB }) => {
      const r = this.cabling.row(row), [near, far] = atB ? [11, 4] : [4, 11];
      return { row: r, u: r[near + 3], device: r[near + 4], port: r[near + 5], rack: r[far + 2], hall: r[far + 1], site: r[far], farU: r[far + 3], farDevice: r[far + 4], farPort: r[far + 5], label: r[atB ? 22 : 21] };
    })).sort((a, b) => b.u - a.u || natural.compare(a.device, b.device) || natural.compare(a.port, b.port));
  }

  #sheet(name, cables) {
    if (cables.length === 0) return make('p', 'none', 'No cable ends in this rack.');
    const columns = [['U', c => c.u], ['Device', c => c.device], ['Port', c => c.port],
      ['To rack', c => (c.site === this.current.hall.site && c.hall === this.current.hall.name) || !c.rack ? c.rack : `${c.site} ${c.hall} ${c.rack}`],
      ['To U', c => c.farU], ['To device', c => c.farDevice], ['To port', c => c.farPort], ['Part', c => c.row[19]], ['Length, m', c => c.row[20]], ['Label at this end', c => c.label]];
    const head = make('tr', '', ...columns.map(([title]) => {
      const cell = make('th', '', title);
      cell.scope = 'col';
      return cell;
    }), make('th', 'tick', 'Done'));
    head.lastChild.scope = 'col';
    const body = make('tbody', '', ...cables.map(cable => make('tr', '', ...columns.map(([title, text], i) => {
      const cell = make('td', '', text(cable));
      cell.dataset.title = title;
      return cell;
    }), make('td', 'tick', '☐'))));
    return make('table', 'sheet', make('caption', '', `Cables of rack ${name}`), make('thead', '', head), body);
  }
}

const count = (number, what) => `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`;
const kilowatts = watts => (watts / 1000).toLocaleString('en', { maximumFractionDigits: 1 });
