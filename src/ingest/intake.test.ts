import fc from 'fast-check';
import { gzipSync, strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type IntakeResult, openInputs } from './intake.ts';
import { INTAKE_LIMITS, type IntakeLimits } from './limits.ts';
import { concat, paxRecord, tarOf } from './tar-writer.testing.ts';

const LOG = '00000b5c.00000a10::2017/09/15-20:24:36.365 INFO [RCM] hello\r\n';

type Opened =
  | { readonly path: string; readonly text: string }
  | Extract<IntakeResult, { kind: 'refused' }>;

async function open(
  files: Readonly<Record<string, Uint8Array>>,
  limits: Partial<IntakeLimits> = {},
): Promise<Opened[]> {
  const inputs = Object.entries(files).map(([path, bytes]) => ({
    path,
    blob: new Blob([Uint8Array.from(bytes)]),
  }));
  const opened: Opened[] = [];
  const signal = new AbortController().signal;
  for await (const result of openInputs(inputs, {
    signal,
    limits: { ...INTAKE_LIMITS, ...limits },
  })) {
    if (result.kind === 'file') opened.push({ path: result.path, text: await result.blob.text() });
    else opened.push(result);
  }
  return opened;
}

/** Written as a stream: sizes and CRC follow the data in a descriptor. */
function streamedZip(files: Readonly<Record<string, string>>): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((_error, part) => parts.push(part));
  for (const [name, content] of Object.entries(files)) {
    const file = new ZipDeflate(name);
    zip.add(file);
    file.push(strToU8(content), true);
  }
  zip.end();
  return concat(parts);
}

/** Changes bytes of a zip that its central directory repeats, in both places. */
function patched(zip: Uint8Array, from: Uint8Array | string, to: Uint8Array | string): Uint8Array {
  const latin = (bytes: Uint8Array | string) =>
    typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('latin1');
  return Buffer.from(
    Buffer.from(zip).toString('latin1').replaceAll(latin(from), latin(to)),
    'latin1',
  );
}

const bomb = (bytes: number) => new Uint8Array(bytes);

describe('openInputs', () => {
  it('gives plain files as they are, whatever they are called', async () => {
    expect(
      await open({ '<img src=x onerror=alert(1)>.log': strToU8(LOG), 'a.zip': strToU8(LOG) }),
    ).toEqual([
      { path: '<img src=x onerror=alert(1)>.log', text: LOG },
      { path: 'a.zip', text: LOG },
    ]);
  });

  it('refuses empty files and what macOS adds', async () => {
    expect(await open({ 'a.log': new Uint8Array(), 'x/.DS_Store': strToU8('Bud1') })).toMatchObject(
      [
        { path: 'a.log', bytes: 0, reason: 'empty file (0 bytes)' },
        { path: 'x/.DS_Store', reason: expect.stringContaining('macOS') },
      ],
    );
  });

  it.each([
    ['7z archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
    ['RAR archive', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 1]],
    ['cabinet', [0x4d, 0x53, 0x43, 0x46, 0, 0, 0, 0]],
    ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]],
    ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd]],
    ['bzip2', [...strToU8('BZh91AY&SY')]],
  ])('asks to unpack a %s first', async (name, magic) => {
    const [result] = await open({ 'case.bin': Uint8Array.from([...magic, 9, 9, 9]) });
    expect(result).toMatchObject({ kind: 'refused', reason: expect.stringContaining(name) });
    expect(result).toMatchObject({ reason: expect.stringContaining('Unpack it first') });
  });
});

describe('zip', () => {
  it('gives the members of a zip, stored or deflated, with sizes before or behind the data', async () => {
    const stored = zipSync(
      { 'zq1/cluster.log': strToU8(LOG), 'zq2/': new Uint8Array() },
      { level: 0 },
    );
    expect(await open({ 'case.zip': stored })).toEqual([
      { path: 'case.zip!/zq1/cluster.log', text: LOG },
    ]);
    const streamed = streamedZip({ 'a.log': LOG.repeat(999), 'b.log': 'b' });
    expect(await open({ 'case.dat': streamed })).toEqual([
      { path: 'case.dat!/a.log', text: LOG.repeat(999) },
      { path: 'case.dat!/b.log', text: 'b' },
    ]);
  });

  it('opens archives in archives in any order', async () => {
    const inner = zipSync({ 'a.log': strToU8('A') });
    const tgz = gzipSync(
      tarOf([
        { name: 'zq1/inner.zip', content: inner },
        { name: 'b.log', content: 'B' },
      ]),
    );
    const outer = zipSync({ 'logs.tgz': tgz, 'c.log.gz': gzipSync(strToU8('C')) });
    expect(await open({ 'case.zip': outer })).toEqual([
      { path: 'case.zip!/logs.tgz!/zq1/inner.zip!/a.log', text: 'A' },
      { path: 'case.zip!/logs.tgz!/b.log', text: 'B' },
      { path: 'case.zip!/c.log.gz!/c.log', text: 'C' },
    ]);
  });

  it('keeps hostile names as text', async () => {
    const names = [
      '../../etc/passwd',
      '/abs.log',
      'C:\\x.log',
      '<img src=x onerror=alert(1)>',
      'bell\u0007日',
      '日本.log',
    ];
    const zip = zipSync(Object.fromEntries(names.map((name) => [name, strToU8(name)])));
    const opened = await open({ z: zip });
    expect(opened).toEqual(names.map((name) => ({ path: `z!/${name}`, text: name })));
  });

  it('reads names without the UTF-8 flag as code page 437', async () => {
    const zip = patched(zipSync({ 'xx.log': strToU8('x') }), 'xx.log', '\x81\x84.log');
    expect(await open({ z: zip })).toEqual([{ path: 'z!/üä.log', text: 'x' }]);
  });

  it('refuses encrypted members and gives the others', async () => {
    const zip = zipSync({ 'secret.log': strToU8('s'), 'plain.log': strToU8('p') });
    const view = new DataView(zip.buffer);
    view.setUint16(6, view.getUint16(6, true) | 1, true);
    const directory = Buffer.from(zip).indexOf('PK\x01\x02', 'latin1');
    view.setUint16(directory + 8, view.getUint16(directory + 8, true) | 1, true);
    expect(await open({ z: zip })).toMatchObject([
      { kind: 'refused', path: 'z!/secret.log', reason: expect.stringContaining('encrypted') },
      { path: 'z!/plain.log', text: 'p' },
    ]);
  });

  it('refuses a bomb by what its directory declares, before inflating it', async () => {
    const zip = zipSync({ 'bomb.log': bomb(4_000_000), 'a.log': strToU8('a') });
    expect(await open({ z: zip }, { ratioFreeBytes: 1_000_000, ratio: 900 })).toMatchObject([
      { kind: 'refused', path: 'z!/bomb.log', reason: expect.stringContaining('zip bomb') },
      { path: 'z!/a.log', text: 'a' },
    ]);
  });

  it('stops a bomb whose directory lies about its size as soon as the limit is passed', async () => {
    const honest = zipSync({ 'bomb.log': bomb(4_000_000) });
    const size = Uint8Array.of(0x00, 0x09, 0x3d, 0x00);
    const zip = patched(honest, size, Uint8Array.of(0x10, 0, 0, 0));
    expect(await open({ z: zip }, { ratioFreeBytes: 1_000_000, ratio: 900 })).toMatchObject([
      { kind: 'refused', path: 'z!/bomb.log' },
    ]);
  });

  it('refuses members that overlap others', async () => {
    const zip = Buffer.from(zipSync({ 'a.log': strToU8('A'), 'b.log': strToU8('B') }));
    const second = zip.lastIndexOf('PK\x01\x02', undefined, 'latin1');
    zip.writeUInt32LE(0, second + 42);
    expect(await open({ z: zip })).toMatchObject([
      { path: 'z!/a.log', text: 'A' },
      { kind: 'refused', path: 'z!/b.log', reason: expect.stringContaining('overlap') },
    ]);
  });

  it('gives a member whose checksum is wrong, and says so', async () => {
    const zip = Buffer.from(
      zipSync({ 'a.log': strToU8('AAAA'), 'b.log': strToU8('B') }, { level: 0 }),
    );
    zip[zip.indexOf('AAAA')] = 0x42;
    expect(await open({ z: zip })).toMatchObject([
      { path: 'z!/a.log', text: 'BAAA' },
      {
        kind: 'refused',
        path: 'z!/a.log',
        reason: expect.stringMatching(/damaged archive: .*checksum/),
      },
      { path: 'z!/b.log', text: 'B' },
    ]);
  });

  it.each([
    ['before the data', zipSync({ 'a.log': strToU8(LOG.repeat(50)), 'b.log': randomBytes(9000) })],
    ['behind the data', streamedZip({ 'a.log': LOG.repeat(50), 'b.log': noise(9000) })],
  ])('gives what a cut zip with sizes %s still holds', async (_name, zip) => {
    const opened = await open({ z: zip.subarray(0, zip.length - 3000) });
    expect(opened[0]).toEqual({ path: 'z!/a.log', text: LOG.repeat(50) });
    expect(opened[1]).toMatchObject({ path: 'z!/b.log', text: expect.any(String) });
    expect(opened[2]).toMatchObject({
      path: 'z!/b.log',
      reason: expect.stringContaining('ends inside'),
    });
    expect(opened[3]).toMatchObject({
      path: 'z',
      reason: expect.stringContaining('2 members were found'),
    });
  });

  it('says that an Office document is no archive of logs', async () => {
    const docx = zipSync({
      '[Content_Types].xml': strToU8('<x/>'),
      'word/document.xml': strToU8('<x/>'),
    });
    expect(await open({ 'report.docx': docx })).toMatchObject([
      { reason: expect.stringContaining('Office') },
    ]);
  });
});

describe('limits', () => {
  it('stops at the depth limit', async () => {
    let archive = strToU8(LOG);
    for (let i = 0; i < 8; i++) archive = zipSync({ x: archive });
    const path = `z${'!/x'.repeat(6)}`;
    expect(await open({ z: archive })).toMatchObject([
      { path, reason: expect.stringContaining('limit is 6') },
    ]);
  });

  it('stops at the member limit and says it once', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [`${i}.log`, strToU8('x')]),
    );
    const opened = await open(
      { a: zipSync(files), b: tarOf([{ name: 'c', content: 'c' }]) },
      { members: 5 },
    );
    expect(opened.slice(0, 5).map((result) => result.path)).toEqual([
      'a!/0.log',
      'a!/1.log',
      'a!/2.log',
      'a!/3.log',
      'a!/4.log',
    ]);
    expect(opened.slice(5)).toMatchObject([
      { path: 'a', reason: expect.stringContaining('more than 5 members') },
      { path: 'b', reason: expect.stringContaining('more than 5 members') },
    ]);
  });

  it('stops at the total limit, and goes on with what still fits', async () => {
    const zip = zipSync({ 'a.log': bomb(600), 'b.log': bomb(600), 'c.log': bomb(300) });
    const opened = await open({ z: zip, g: gzipSync(bomb(200)) }, { totalBytes: 1000 });
    expect(opened.map((result) => [result.path, 'reason' in result])).toEqual([
      ['z!/a.log', false],
      ['z!/b.log', true],
      ['z!/c.log', false],
      ['g', true],
    ]);
  });

  it('cuts a path that is too long', async () => {
    const zip = zipSync({ ['x'.repeat(300)]: strToU8('x') });
    const [result] = await open({ z: zip }, { pathChars: 100 });
    expect(result).toMatchObject({ kind: 'refused', path: `z!/${'x'.repeat(97)}` });
  });
});

describe('gzip', () => {
  it('joins the members of a gzip file, wherever they begin', async () => {
    const texts = ['one ', noise(300_000), '', LOG.repeat(9000), 'end'];
    const file = concat(texts.map((text) => gzipSync(strToU8(text))));
    expect(await open({ 'a.log.gz': file })).toEqual([
      { path: 'a.log.gz!/a.log', text: texts.join('') },
    ]);
  });

  it('takes a magic inside compressed data for what it is', async () => {
    const stored = gzipSync(strToU8(`text ${'\x1f\x8b\x08\x00'.repeat(99)}`, true), {
      level: 0,
    });
    const [result] = await open({ 'a.gz': concat([stored, gzipSync(strToU8('b'))]) });
    expect(result).toMatchObject({ text: expect.stringMatching(/b$/) });
  });

  it('passes over padding with zeros', async () => {
    for (const content of ['x', 'y'.repeat(256), 'z'.repeat(65_536)]) {
      const padded = concat([gzipSync(strToU8(content)), new Uint8Array(10_000)]);
      expect(await open({ 'a.gz': padded })).toEqual([{ path: 'a.gz!/a', text: content }]);
    }
  });

  it('gives the text before the damage, then says where it broke', async () => {
    const text = noise(900_000);
    const file = gzipSync(strToU8(text));
    const opened = await open({ 'a.log.gz': file.subarray(0, file.length - 1000) });
    expect(opened).toHaveLength(2);
    const given = (opened[0] as { text: string }).text;
    expect(given.length).toBeGreaterThan(890_000);
    expect(text.startsWith(given)).toBe(true);
    expect(opened[1]).toMatchObject({
      path: 'a.log.gz',
      reason: expect.stringContaining('gzip data broken at about byte'),
    });
  });

  it('stops a bomb', async () => {
    const opened = await open(
      { 'a.gz': gzipSync(bomb(9_000_000)) },
      { ratioFreeBytes: 1_000_000, ratio: 500 },
    );
    expect(opened).toMatchObject([
      { kind: 'refused', path: 'a.gz', reason: expect.stringContaining('zip bomb') },
    ]);
  });
});

describe('tar', () => {
  it('reads v7, ustar with prefix, GNU long names and pax', async () => {
    const long = `${'d'.repeat(150)}/群集.log`;
    const tar = tarOf([
      { name: 'v7.log', content: 'v7', flavour: 'v7' },
      { name: 'u.log', prefix: 'some/dir', content: 'u' },
      { name: '././@LongLink', type: 'L', content: `${long}\0`, flavour: 'gnu' },
      { name: 'cut', content: 'gnu', flavour: 'gnu' },
      {
        name: 'PaxHeaders/x',
        type: 'x',
        content: paxRecord('path', long) + paxRecord('mtime', '1.5'),
      },
      { name: 'cut', content: 'pax' },
      { name: 'after', content: 'after' },
    ]);
    expect(await open({ t: tar })).toEqual([
      { path: 't!/v7.log', text: 'v7' },
      { path: 't!/some/dir/u.log', text: 'u' },
      { path: `t!/${long}`, text: 'gnu' },
      { path: `t!/${long}`, text: 'pax' },
      { path: 't!/after', text: 'after' },
    ]);
  });

  it('reads base-256 sizes, passes over directories, refuses links', async () => {
    const rawSize = new Uint8Array(12);
    rawSize.set([0x80], 0);
    rawSize.set([5], 11);
    const tar = tarOf([
      { name: 'd/', type: '5' },
      { name: 'big.log', content: '12345', rawSize },
      { name: 'link', type: '2' },
    ]);
    expect(await open({ t: tar })).toMatchObject([
      { path: 't!/big.log', text: '12345' },
      { path: 't!/link', reason: expect.stringContaining('symbolic link') },
    ]);
  });

  it('gives the members before the damage, then says where it broke', async () => {
    const tar = tarOf([
      { name: 'a.log', content: 'A' },
      { name: 'b.log', content: 'B' },
    ]);
    tar[1024 + 3] = 0xff;
    expect(await open({ t: tar })).toMatchObject([
      { path: 't!/a.log', text: 'A' },
      { path: 't', reason: expect.stringContaining('no valid tar header at byte 1024') },
    ]);
    const cut = tarOf([{ name: 'a.log', content: 'A'.repeat(2000) }]).subarray(0, 1512);
    expect(await open({ t: cut })).toMatchObject([
      { path: 't!/a.log', text: 'A'.repeat(1000) },
      { path: 't!/a.log', reason: expect.stringContaining('should have 2000 bytes') },
    ]);
  });

  it('reads archives written one behind the other', async () => {
    const file = concat([
      tarOf([{ name: 'a', content: 'A' }]),
      tarOf([{ name: 'b', content: 'B' }]),
    ]);
    expect(await open({ t: file })).toMatchObject([{ text: 'A' }, { text: 'B' }]);
  });
});

describe('any input', () => {
  it('ends in results, never in an error, when archives are damaged anywhere', async () => {
    const files = { 'a.log': strToU8(LOG), 'b/c.log': strToU8(noise(500)) };
    const archives = [
      zipSync(files),
      streamedZip({ 'a.log': LOG, 'b.log': noise(500) }),
      gzipSync(strToU8(LOG)),
      tarOf([{ name: 'a.log', content: LOG }]),
      gzipSync(tarOf([{ name: 'a.log', content: LOG }])),
    ];
    const damage = fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...archives),
        damage,
        fc.nat(3000),
        async (archive, changes, end) => {
          const bytes = archive.slice(0, Math.max(1, end));
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          expect((await open({ x: bytes })).length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('stops at once when aborted', async () => {
    const abort = new AbortController();
    const blob = new Blob([Uint8Array.from(zipSync({ a: strToU8('a'), b: strToU8('b') }))]);
    const results = openInputs([{ path: 'z', blob }], { signal: abort.signal });
    await results.next();
    abort.abort(new DOMException('enough', 'AbortError'));
    await expect(results.next()).rejects.toThrow('enough');
  });

  it('tells progress in bytes of the given archive', async () => {
    const told: number[] = [];
    const bytes = zipSync({ a: randomBytes(5000), b: randomBytes(5000) });
    const blob = new Blob([Uint8Array.from(bytes)]);
    const options = {
      signal: new AbortController().signal,
      onProgress: (_path: string, read: number, total: number) => {
        told.push(read);
        expect(total).toBe(blob.size);
      },
    };
    for await (const _ of openInputs([{ path: 'z', blob }], options));
    expect(told.at(-1)).toBeGreaterThan(10_000);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
  });
});

/** Bytes that do not compress, the same in every run. */
function randomBytes(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state >>> 24;
  });
}

function noise(length: number): string {
  return Buffer.from(randomBytes(length)).toString('base64').slice(0, length);
}
