// Where things stand and what they are called.

/** A room of equal racks in rows. */
class Hall {
  constructor(hall) {
    Object.assign(this, { slackPercent: 0, rackGapEvery: 0, rackGapMm: 0, rowGapEvery: 0, rowGapMm: 0, crossTrayEvery: 0, panelRacks: 0 }, hall);
    this.racks = this.rows * this.perRow;
  }

  rowName(row) {
    let letters = '';
    for (row++; row > 0; row = Math.floor((row - 1) / 26)) letters = String.fromCharCode(65 + (row - 1) % 26) + letters;
    return letters;
  }

  placeName(place) {
    return String(place + 1).padStart(this.perRow > 99 ? String(this.perRow).length : 2, '0');
  }

  rackName(rack) {
    return this.rowName(Math.floor(rack / this.perRow)) + this.placeName(rack % this.perRow);
  }

  /** The rack with the first panels of what stands in a rack. */
  panelRack(rack) {
    return this.panelRacks === 0 ? rack : (Math.floor(rack / this.perRow) + 1) * this.perRow - this.panelRacks;
  }

  /** Up from the lowest units to the tray, along the trays and down again. */
  routedMm(rackA, unitA, rackB, unitB) {
    return this.withSlack(rackA === rackB
      ? Math.max(this.#dropMm(unitA), this.#dropMm(unitB))
      : this.#dropMm(unitA) + 2 * this.trayAboveMm + this.#trayMm(rackA, rackB) + this.#dropMm(unitB));
  }

  toEntryMm(rack, unit) {
    return this.#dropMm(unit) + this.trayAboveMm + this.#rowMm(Math.floor(rack / this.perRow)) + this.#placeMm(rack % this.perRow);
  }

  withSlack(mm) {
    return Math.min(2147483647, mm + Math.floor((mm * this.slackPercent + 99) / 100) + this.slackMm);
  }

  #trayMm(rackA, rackB) {
    const [rowA, rowB, a, b] = [Math.floor(rackA / this.perRow), Math.floor(rackB / this.perRow), rackA % this.perRow, rackB % this.perRow];
    const along = rowA === rowB ? Math.abs(this.#placeMm(a) - this.#placeMm(b)) : this.#alongMm(Math.min(a, b), Math.max(a, b));
    return Math.abs(this.#rowMm(rowA) - this.#rowMm(rowB)) + along;
  }

  #alongMm(left, right) {
    const straight = this.#placeMm(right) - this.#placeMm(left), every = this.crossTrayEvery;
    if (every === 0 || right === this.perRow - 1 || Math.ceil(left / every) * every <= right) return straight;
    const before = Math.floor(left / every) * every, behind = Math.min(before + every, this.perRow - 1);
    return straight + 2 * Math.min(this.#placeMm(left) - this.#placeMm(before), this.#placeMm(behind) - this.#placeMm(right));
  }

  #placeMm(place) {
    return place * this.rackPitchMm + (this.rackGapEvery === 0 ? 0 : Math.floor(place / this.rackGapEvery) * this.rackGapMm);
  }

  #rowMm(row) {
    return row * this.rowPitchMm + (this.rowGapEvery === 0 ? 0 : Math.floor(row / this.rowGapEvery) * this.rowGapMm);
  }

  /** A rack unit is 44.45 mm (EIA-310). */
  #dropMm(unit) {
    return Math.trunc((this.rackUnits - Math.max(unit, 1) + 1) * 4445 / 100);
  }
}

/** The way of cables between two groups: through one hall, or through two that a tray joins. */
class Way {
  constructor(a, unitA, b, unitB, tray) {
    Object.assign(this, { a, unitA, b, unitB, tray });
  }

  /** Null where there is none. */
  static between(a, unitA, b, unitB, trays) {
    if (a.site !== b.site) return null;
    if (a.name === b.name) return new Way(a, unitA, b, unitB, null);
    const tray = trays.find(t => t.site === a.site && ((t.hallA === a.name && t.hallB === b.name) || (t.hallA === b.name && t.hallB === a.name)));
    return tray ? new Way(a, unitA, b, unitB, tray) : null;
  }

  lengthMm(rackA, rackB) {
    if (!this.tray) return this.a.routedMm(rackA, this.unitA, rackB, this.unitB);
    const mm = this.a.toEntryMm(rackA, this.unitA) + this.tray.lengthMm + this.b.toEntryMm(rackB, this.unitB);
    return Math.max(this.a.withSlack(mm), this.b.withSlack(mm));
  }
}

/** Where the devices of a group stand: slots of one height, in racks that follow each other, with steps over racks kept free. */
class Placed {
  constructor(placement, hallOf) {
    const { firstRack, perRack, baseU, stepU, skipped = 0, inTurn = 1, steps = [], from, placement: rest } = placement;
    Object.assign(this, { firstRack, perRack, baseU, stepU, skipped, inTurn, steps, hall: hallOf(placement) });
    this.from = rest ? from : Infinity;
    this.rest = rest ? new Placed(rest, hallOf) : null;
    this.lowestUnit = rest ? Math.min(baseU, this.rest.lowestUnit) : baseU;
  }

  rack(device) {
    if (device >= this.from) return this.rest.rack(device - this.from);
    let rack = this.firstRack, slot = this.skipped + device;
    for (const step of this.steps) {
      rack += Math.floor(slot / step.devices) * step.racks;
      slot %= step.devices;
    }
    return rack + Math.floor(slot / (this.perRack * this.inTurn)) * this.inTurn + slot % this.inTurn;
  }

  /** The lowest unit that a device takes; 0 when it takes none. */
  unit(device) {
    if (device >= this.from) return this.rest.unit(device - this.from);
    if (this.baseU === 0) return 0;
    const slot = this.steps.reduce((rest, step) => rest % step.devices, this.skipped + device);
    return this.baseU + Math.floor(slot % (this.perRack * this.inTurn) / this.inTurn) * this.stepU;
  }

  /** Which of the first `count` devices stand in a rack. */
  devicesIn(rack, count) {
    const own = Math.min(count, this.from);
    const devices = this.#slotsIn(rack).map(slot => slot - this.skipped).filter(device => device >= 0 && device < own);
    if (count > this.from) devices.push(...this.rest.devicesIn(rack, count - this.from).map(device => device + this.from));
    return devices;
  }

  #slotsIn(rack) {
    let racks = rack - this.firstRack, slot = 0, within = Infinity;
    if (racks < 0) return [];
    for (const step of this.steps) {
      const steps = Math.floor(racks / step.racks);
      if (steps * step.devices >= within) return [];
      slot += steps * step.devices;
      within = Math.min(step.devices, within - steps * step.devices);
      racks %= step.racks;
    }
    const first = Math.floor(racks / this.inTurn) * this.inTurn * this.perRack + racks % this.inTurn;
    const slots = [];
    for (let i = 0; i < this.perRack; i++)
      if (first + i * this.inTurn < within) slots.push(slot + first + i * this.inTurn);
    return slots;
  }
}

/** A bank of cages: what is printed beside its ports. */
class Bank {
  constructor(bank) {
    Object.assign(this, bank);
  }

  cageOf(port, split) {
    return Math.floor(this.#position(port, split) / split);
  }

  nameOf(port, split) {
    const position = this.#position(port, split);
    return (split === this.nativeSplit ? this.portName : this.splitName)
      .replaceAll('{c}', () => Math.floor(position / split) + this.firstCage)
      .replaceAll('{s}', () => position % split + 1);
  }

  /** What a splitter's trunk is plugged into: the native port where that is whole, else the cage. */
  trunkOf(port, split, legs) {
    if (legs === 1) return this.nameOf(port, split);
    if (Math.floor(split / legs) >= this.nativeSplit) return this.nameOf(Math.floor(port / legs), Math.floor(split / legs));
    const number = this.portName.indexOf('{c}');
    return number < 0 ? this.portName : this.portName.slice(0, number) + (this.cageOf(port, split) + this.firstCage);
  }

  #position(port, split) {
    if (this.order.length === 0) return port;
    const legs = Math.floor(split / this.nativeSplit);
    return this.order[Math.floor(port / legs)] * legs + port % legs;
  }
}

/** Devices of one model and one role. What was said of the last ones is kept: links come in an order in which few take turns. */
class Group {
  static #most = 4096;

  constructor(group, plan) {
    Object.assign(this, group);
    this.model = plan.models.find(m => m.id === group.model);
    this.placed = group.placement ? new Placed(group.placement, plan.hallOf) : null;
    this.kept = new Map();
  }

  nameOf(device) {
    return this.name.map(({ text, divisor = 1, modulus = 0, digits = 0 }) => {
      if (digits === 0) return text;
      const number = Math.floor(device / divisor);
      return text + String((modulus === 0 ? number : number % modulus) + 1).padStart(digits, '0');
    }).join('');
  }

  /** All that a row says of a device. */
  device(device) {
    let known = this.kept.get(device);
    if (known) return known;
    const name = this.nameOf(device), hut = this.huts ? this.huts.metres[Math.floor(device / this.huts.devices)] : undefined;
    known = { name, rackNumber: 0, site: '', hall: '', rack: '', row: '', unit: 0, spot: name };
    if (this.placed) {
      const { placed } = this, rack = placed.rack(device), unit = placed.unit(device), { hall } = placed;
      Object.assign(known, { rackNumber: rack, site: hall.site, hall: hall.name, rack: hall.rackName(rack), row: hall.rowName(Math.floor(rack / hall.perRow)), unit });
      known.spot = known.rack + '.' + (unit > 0 ? 'U' + String(unit).padStart(2, '0') : name);
    } else if (hut !== undefined) Object.assign(known, { site: this.huts.path, hall: 'km ' + hut / 1000 });
    if (this.kept.size >= Group.#most) this.kept.clear();
    this.kept.set(device, known);
    return known;
  }
}
