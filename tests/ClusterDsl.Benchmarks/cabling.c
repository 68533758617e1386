/* Writes the rows of a cabling.csv in two ways, and prints the seconds that each took at best.
   copy:   each row is copied from memory.
   format: each row is put together from its texts and its whole numbers, written digit by digit. */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { RUNS = 4, MOST = 64, SLOTS = 1 << 20, ROW = 4096 };

/* What is the same in many rows: texts, between which numbers of so many digits at least stand. */
typedef struct { int pieces; const char *text[MOST]; int length[MOST]; uint32_t hash; } Template;
typedef struct { const Template *template; uint32_t first; } Record;

static double now(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec + t.tv_nsec / 1e9; }

static char buffer[1 << 16];
static size_t used;
static int out;

static void flush(void) { if (write(out, buffer, used) < 0) exit(1); used = 0; }

static inline char *digits(char *at, uint32_t packed) {
    uint32_t value = packed & 0xFFFFFF, width = packed >> 24;
    for (char *p = at + width; p > at; value /= 10) *--p = '0' + value % 10;
    return at + width;
}

static int is_digit(char c) { return c >= '0' && c <= '9'; }

int main(int argc, char **argv) {
    FILE *in = fopen(argv[1], "rb");
    fseek(in, 0, SEEK_END);
    long size = ftell(in);
    rewind(in);
    char *all = malloc(size);
    if (fread(all, 1, size, in) != (size_t)size) return 1;

    long rows = 0;
    for (char *c = all; c < all + size; c++) rows += *c == '\n';
    Record *records = malloc(rows * sizeof *records);
    uint32_t *numbers = malloc(rows * MOST * sizeof *numbers), count = 0;
    Template **known = calloc(SLOTS, sizeof *known);
    char *c = all;
    for (long row = 0; row < rows; row++) {
        Template t = { 0 };
        records[row].first = count;
        for (int ended = 0; !ended; t.pieces++) {
            if (t.pieces == MOST) return 2;
            t.text[t.pieces] = c;
            while (!is_digit(*c) && !ended) { t.hash = t.hash * 31 + *c; ended = *c++ == '\n'; }
            t.length[t.pieces] = c - t.text[t.pieces];
            t.hash = t.hash * 31 + t.length[t.pieces];
            if (ended) continue;
            uint32_t value = 0, width = 0;
            while (is_digit(*c) && width < 7) { value = value * 10 + *c++ - '0'; width++; }
            numbers[count++] = width << 24 | value;
        }
        uint32_t slot = t.hash % SLOTS;
        for (;; slot = (slot + 1) % SLOTS) {
            Template *k = known[slot];
            if (!k) { known[slot] = malloc(sizeof t); *known[slot] = t; break; }
            int same = k->hash == t.hash && k->pieces == t.pieces;
            for (int i = 0; same && i < t.pieces; i++) same = k->length[i] == t.length[i] && !memcmp(k->text[i], t.text[i], t.length[i]);
            if (same) break;
        }
        records[row].template = known[slot];
    }

    double copied = 1e9, formatted = 1e9;
    for (int run = 0; run < 2 * RUNS; run++) {
        unlink(argv[2]);
        double start = now();
        out = open(argv[2], O_WRONLY | O_CREAT | O_TRUNC, 0644);
        if (run < RUNS)
            for (char *row = all; row < all + size;) {
                char *end = (char *)memchr(row, '\n', all + size - row) + 1;
                if (used + (end - row) > sizeof buffer) flush();
                memcpy(buffer + used, row, end - row);
                used += end - row;
                row = end;
            }
        else
            for (long row = 0; row < rows; row++) {
                const Template *t = records[row].template;
                const uint32_t *number = numbers + records[row].first;
                if (used + ROW > sizeof buffer) flush();
                char *at = buffer + used;
                for (int i = 0;; i++) {
                    memcpy(at, t->text[i], t->length[i]);
                    at += t->length[i];
                    if (i == t->pieces - 1) break;
                    at = digits(at, *number++);
                }
                used = at - buffer;
            }
        flush();
        close(out);
        double took = now() - start;
        if (run < RUNS) { if (took < copied) copied = took; }
        else if (took < formatted) formatted = took;
    }
    printf("%.6f %.6f", copied, formatted);
    return 0;
}
