import { expect, it } from 'vitest';
import {
  event,
  incident,
  interval,
  judgement,
  marker,
  source,
} from '../timeline/incident.testing.ts';
import { buildLanes } from '../timeline/lane-tree.ts';
import { type Picture, PictureAssembler, partsOf } from './picture-parts.ts';

/** A picture whose lists do not fit into one part. */
function largePicture(): Picture {
  const sources = [source('s1', 'zq1/cluster.log')];
  const minutes = Array.from({ length: 1200 }, (_, i) => i);
  const whole = incident({
    nodeNames: ['ZQ1'],
    sources: [judgement('s1', 'ZQ1', [[0, 1200]])],
    intervals: minutes.map((i) =>
      interval('ZQ1', ['resource', `Disk ${i % 3}`], 'Online', i, i + 1),
    ),
    markers: minutes.map((i) => marker('ZQ1', 'resource-failed', i)),
    events: minutes.map((i) => event('s1', i, 1069, i)),
  });
  return { incident: whole, lanes: buildLanes(whole, sources) };
}

it('brings a picture over whole, whatever a message between threads does to it', () => {
  const picture = largePicture();
  const assembler = new PictureAssembler();
  const arrived = [...partsOf(picture)].map((part) => assembler.take(structuredClone(part)));
  expect(arrived.slice(0, -1).every((answer) => answer === null)).toBe(true);
  expect(arrived.at(-1)).toEqual(picture);
});

it('lets lanes point at the objects of the incident instead of carrying copies', () => {
  const assembler = new PictureAssembler();
  const arrived = [...partsOf(largePicture())]
    .map((part) => assembler.take(structuredClone(part)))
    .at(-1)!;
  for (const lane of arrived.lanes) {
    for (const item of lane.intervals)
      expect(item.interval).toBe(arrived.incident.intervals[item.index]);
    for (const item of lane.markers) expect(item.marker).toBe(arrived.incident.markers[item.index]);
    for (const item of lane.events) expect(item.event).toBe(arrived.incident.events[item.index]);
  }
  expect(arrived.lanes.some((lane) => lane.events.length > 0)).toBe(true);
});

it('keeps every part small', () => {
  for (const part of partsOf(largePicture())) {
    const items = part.type === 'list' || part.type === 'lane-list' ? part.items.length : 0;
    expect(items).toBeLessThanOrEqual(500);
  }
});
