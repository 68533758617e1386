// The rows of cabling.csv, each computed from its number alone.

const COLUMNS = ['cable_id', 'leg', 'fabric', 'speed_gbps',
  'a_site', 'a_hall', 'a_rack', 'a_u', 'a_device', 'a_port', 'a_optic',
  'b_site', 'b_hall', 'b_rack', 'b_u', 'b_device', 'b_port', 'b_optic',
  'media', 'part', 'length_m', 'a_label', 'b_label'];

const NO_PART = { id: '', lengthsMm: [] };
const stockMm = (part, mm) => part.lengthsMm.find(length => length >= mm) ?? 0;
const metres = mm => mm === 0 ? '' : String(mm / 1000);
const partNumber = (family, mm) => mm === 0 ? family : `${family}-${metres(mm)}m`;

/** One end of a bundle: its group, and the names of the ports at its split. */
class End {
  constructor(end, groups) {
    this.group = groups.get(end.group);
    this.bank = this.group.model.banks.find(b => b.name === end.bank);
    this.split = end.split;
    this.optic = end.optic;
    this.deviceMap = new AffineMap(end.device);
    this.portMap = new AffineMap(end.port);
    this.names = [];
  }

  portName(port) {
    return this.names[port] ??= this.bank.nameOf(port, this.split);
  }
}

/** Regular cables: a box of indices whose last dimension runs fastest, and a map for each end. */
class Bundle {
  constructor(bundle, plan, groups, first) {
    this.plan = plan;
    this.fabric = bundle.fabric;
    this.extents = bundle.extents;
    this.links = bundle.extents.reduce((product, extent) => product * extent, 1);
    this.first = first;
    this.speed = String(bundle.speedGbps);
    this.legs = bundle.legs;
    this.medium = bundle.medium;
    this.outsideMm = bundle.outsideMm ?? 0;
    this.channel = bundle.channel;
    this.a = new End(bundle.a, groups);
    this.b = new End(bundle.b, groups);
    this.trunkAtB = bundle.trunk === 'b';
    this.trunkNames = [];
    this.cable = plan.part(bundle.cable);
    const leg = this.extents.length - 1;
    this.legsPart = this.legs > 1 && (this.a.deviceMap.moves(leg) || this.b.deviceMap.moves(leg));
    const [a, b] = [this.a.group.placed, this.b.group.placed];
    this.way = a && b ? Way.between(a.hall, a.lowestUnit, b.hall, b.lowestUnit, plan.trays) : null;
    if (this.channel && this.way) {
      this.trunk = plan.part(this.channel.trunk.id);
      this.trunkWay = Way.between(a.hall, 1, b.hall, 1, plan.trays);
    }
  }

  indexOf(link) {
    const index = new Array(this.extents.length);
    for (let d = index.length - 1; d >= 0; d--) {
      index[d] = link % this.extents[d];
      link = Math.floor(link / this.extents[d]);
    }
    return index;
  }

  linkOf(index) {
    return index.reduce((link, i, d) => link * this.extents[d] + i, 0);
  }

  /** Both ends of a link in texts, and its cable. */
  link(k) {
    const index = this.indexOf(k);
    const [portA, portB] = [this.a.portMap.at(index), this.b.portMap.at(index)];
    const a = this.a.group.device(this.a.deviceMap.at(index)), b = this.b.group.device(this.b.deviceMap.at(index));
    const trunkPort = this.trunkAtB ? portB : portA, end = this.trunkAtB ? this.b : this.a;
    const trunkName = this.trunkNames[trunkPort] ??= end.bank.trunkOf(trunkPort, end.split, this.legs);
    const link = { bundle: this, k, a, b, portA: this.a.portName(portA), portB: this.b.portName(portB), id: (this.trunkAtB ? b : a).name + ':' + trunkName };
    link.labelA = this.plan.label(link, false);
    link.labelB = this.plan.label(link, true);
    return link;
  }

  /** The part number and the length of a link's cable; where it is led over panels, of its trunk. */
  part(link) {
    const [rackA, rackB] = [link.a.rackNumber, link.b.rackNumber];
    if (this.#isLed(rackA, rackB)) {
      const [hallA, hallB] = [this.trunkWay.a, this.trunkWay.b];
      const mm = stockMm(this.trunk, this.trunkWay.lengthMm(hallA.panelRack(rackA), hallB.panelRack(rackB)));
      return [partNumber(this.trunk.id, mm), metres(mm)];
    }
    const mm = !this.way ? this.outsideMm : stockMm(this.cable, this.legsPart ? this.#longestLegMm(link.k) : this.way.lengthMm(rackA, rackB));
    return [partNumber(this.cable.id, mm), metres(mm)];
  }

  #isLed(rackA, rackB) {
    if (!this.trunkWay) return false;
    const { a, b } = this.trunkWay;
    return !this.channel.betweenRows || a.panelRack(rackA) !== b.panelRack(rackB) || a.name !== b.name;
  }

  /** An assembly is one part however many legs it has. */
  #longestLegMm(k) {
    const index = this.indexOf(k - k % this.legs);
    let longest = 0;
    for (let leg = 0; leg < this.legs; leg++, index[index.length - 1]++) {
      const a = this.a.group.placed.rack(this.a.deviceMap.at(index)), b = this.b.group.placed.rack(this.b.deviceMap.at(index));
      longest = Math.max(longest, this.way.lengthMm(a, b));
    }
    return longest;
  }

  row(k) {
    const link = this.link(k), { a, b } = link, [part, length] = this.part(link);
    return [link.id, this.legs === 1 ? '1' : String(k % this.legs + 1), this.fabric, this.speed,
      a.site, a.hall, a.rack, a.unit > 0 ? String(a.unit) : '', a.name, link.portA, this.a.optic,
      b.site, b.hall, b.rack, b.unit > 0 ? String(b.unit) : '', b.name, link.portB, this.b.optic,
      this.medium, part, length, link.labelA, link.labelB];
  }

  /** What a search reads, in lower case. */
  haystack(k) {
    const { id, a, b, portA, portB, labelA, labelB } = this.link(k);
    return `${id}\n${a.name}:${portA}\n${b.name}:${portB}\n${a.rack}\n${b.rack}\n${labelA}\n${labelB}`.toLowerCase();
  }
}

/** How labels read: texts and, in braces, fields of the ends. */
function labelOf(template) {
  if (template.length === 0) return (link, atB) => {
    const [a, b] = [`${link.a.spot}:${link.portA}`, `${link.b.spot}:${link.portB}`];
    return atB ? `${b}/${a}` : `${a}/${b}`;
  };
  const parts = template.split(/(\{[^}]*\})/).filter(part => part.length > 0);
  return (link, atB) => parts.map(part => {
    if (!/^\{[^}]*\}$/.test(part)) return part;
    const name = part.slice(1, -1), dot = name.indexOf('.'), field = name.slice(dot + 1);
    if (field === 'fabric') return link.bundle.fabric;
    if (field === 'cable') return link.id;
    const isB = { a: false, b: true, near: atB, far: !atB }[name.slice(0, Math.max(dot, 0))] ?? false;
    if (field === 'port') return isB ? link.portB : link.portA;
    const device = isB ? link.b : link.a, group = isB ? link.bundle.b.group : link.bundle.a.group;
    switch (field) {
      case 'site': return group.placed ? device.site : '';
      case 'hall': return group.placed ? device.hall : '';
      case 'row': return device.row;
      case 'rack': return group.placed ? device.rack : device.name;
      case '': return '';
      case 'u': return device.unit > 0 ? String(device.unit).padStart(2, '0') : device.name;
      default: return device.name;
    }
  }).join('');
}

/** A plan as it was written, with its rows. */
class Cabling {
  constructor(plan) {
    this.plan = plan;
    this.halls = plan.halls.map(hall => new Hall(hall));
    const parts = new Map(plan.parts.map(part => [part.id, part]));
    const shared = {
      trays: plan.trays, label: labelOf(plan.labels),
      models: plan.models.map(model => ({ ...model, banks: model.banks.map(bank => new Bank(bank)) })),
      part: id => parts.get(id) ?? { ...NO_PART, id },
      hallOf: place => this.halls.find(hall => hall.site === place.site && hall.name === place.hall),
    };
    this.groups = new Map(plan.groups.map(group => [group.id, new Group(group, shared)]));
    this.links = 0;
    this.bundles = plan.bundles.map(bundle => {
      const made = new Bundle(bundle, shared, this.groups, this.links);
      this.links += made.links;
      return made;
    });
  }

  /** The bundle of a row of cabling.csv, counted from 0, and the link in it. */
  find(row) {
    let low = 0, high = this.bundles.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.bundles[middle].first <= row) low = middle; else high = middle - 1;
    }
    return [this.bundles[low], row - this.bundles[low].first];
  }

  row(number) {
    const [bundle, k] = this.find(number);
    return bundle.row(k);
  }

  /** The rows of all links of a device, without looking at any other link. */
  *rowsOf(group, device) {
    for (const bundle of this.bundles)
      for (const [end, other] of [[bundle.a, bundle.b], [bundle.b, bundle.a]]) {
        if (end.group !== group) continue;
        for (const index of end.deviceMap.indicesOf(device, bundle.extents)) {
          // A link from a device to itself is one row.
          if (end === bundle.b && other.group === group && other.deviceMap.at(index) === device) continue;
          yield { row: bundle.first + bundle.linkOf(index), atB: end === bundle.b };
        }
      }
  }

  hasDevices(hall, rack) {
    for (const { placed, count } of this.groups.values())
      if (placed?.hall === hall && placed.devicesIn(rack, count).length > 0) return true;
    return false;
  }

  /** The devices in a rack, from the top. */
  devicesIn(hall, rack) {
    const devices = [];
    for (const group of this.groups.values())
      if (group.placed && group.placed.hall === hall)
        for (const device of group.placed.devicesIn(rack, group.count)) devices.push({ group, device, ...group.device(device) });
    return devices.sort((a, b) => b.unit - a.unit || (a.name < b.name ? -1 : 1));
  }
}
