// The closed form of a plan: maps from an index of a bundle's box to a device and its port, forwards and backwards.

/** A finite field: element i is the polynomial whose coefficients are the digits of i in base prime. */
class Field {
  constructor(prime, polynomial) {
    this.prime = prime;
    const degree = polynomial.length - 1, top = prime ** (degree - 1);
    this.powers = [];
    this.logarithms = [];
    for (let k = 0, element = 1; k < top * prime - 1; k++) {
      this.powers.push(element);
      this.logarithms[element] = k;
      // Times x: each digit one place up, and what leaves at the top comes back by the polynomial.
      const carry = Math.floor(element / top);
      let shifted = element % top * prime, next = 0;
      for (let d = 0, place = 1; d < degree; d++, place *= prime, shifted = Math.floor(shifted / prime))
        next += (shifted % prime + (prime - polynomial[d]) * carry) % prime * place;
      element = next;
    }
  }

  multiply(a, b) {
    return a === 0 || b === 0 ? 0 : this.powers[(this.logarithms[a] + this.logarithms[b]) % this.powers.length];
  }

  add(a, b) {
    let sum = 0;
    for (let place = 1; a > 0 || b > 0; place *= this.prime) {
      sum += (a + b) % this.prime * place;
      a = Math.floor(a / this.prime);
      b = Math.floor(b / this.prime);
    }
    return sum;
  }
}

/** offset + sum of stride times index, and, where it has one, a part that goes round. */
class AffineMap {
  constructor({ offset, strides, turn, field }) {
    Object.assign(this, { offset, strides, turn });
    if (field) this.field = { unit: field.unit, terms: field.terms, of: new Field(field.prime, field.polynomial) };
  }

  at(index) {
    let value = this.offset;
    for (let d = 0; d < this.strides.length; d++) value += this.strides[d] * index[d];
    if (this.turn) {
      let sum = this.turn.offset;
      for (let d = 0; d < index.length; d++) sum += this.turn.strides[d] * index[d];
      value += this.turn.unit * (sum % this.turn.modulus);
    }
    if (this.field) {
      let sum = 0;
      for (const { factors } of this.field.terms)
        sum = this.field.of.add(sum, factors.reduce((product, f) => this.field.of.multiply(product, f.of ? f.of[index[f.dimension]] : index[f.dimension]), 1));
      value += this.field.unit * sum;
    }
    return value;
  }

  moves(d) {
    return this.strides[d] !== 0 || (this.turn?.strides[d] ?? 0) !== 0 || !!this.field?.terms.some(t => t.factors.some(f => f.dimension === d));
  }

  /** The least and the most that the part which goes round can add. */
  get round() {
    const most = this.turn ? this.turn.unit * (this.turn.modulus - 1) : this.field ? this.field.unit * this.field.of.powers.length : 0;
    return [Math.min(0, most), Math.max(0, most)];
  }

  /** The indices of a box that give a value: dimensions with wide strides first, so that few ways are tried in vain. */
  *indicesOf(value, extents) {
    const order = [...extents.keys()].sort((a, b) => Math.abs(this.strides[b]) - Math.abs(this.strides[a]));
    const [least, most] = this.round;
    const reach = [[least, most]];
    for (const d of [...order].reverse()) {
      const last = this.strides[d] * (extents[d] - 1), [low, high] = reach[0];
      reach.unshift([low + Math.min(0, last), high + Math.max(0, last)]);
    }
    const index = extents.map(() => 0);
    yield* this.#search(value - this.offset, value, order, reach, extents, index, 0);
  }

  *#search(rest, value, order, reach, extents, index, depth) {
    if (rest < reach[depth][0] || rest > reach[depth][1]) return;
    if (depth === order.length) {
      if (this.at(index) === value) yield index;
      return;
    }
    const d = order[depth], stride = this.strides[d], [low, high] = reach[depth + 1];
    let first = 0, last = extents[d] - 1;
    if (stride !== 0) {
      const ends = [(rest - low) / stride, (rest - high) / stride];
      first = Math.max(first, Math.ceil(Math.min(...ends)));
      last = Math.min(last, Math.floor(Math.max(...ends)));
    }
    for (index[d] = first; index[d] <= last; index[d]++)
      yield* this.#search(rest - stride * index[d], value, order, reach, extents, index, depth + 1);
    index[d] = 0;
  }
}
