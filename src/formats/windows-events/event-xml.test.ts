import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeXmlText, readEventXml, readSystemTime } from './event-xml.ts';

describe('readEventXml', () => {
  it('reads System and named Data, whatever the quotes and the namespace', () => {
    const event =
      readEventXml(`- <Event xmlns='https://schemas.microsoft.com/win/2004/08/events/event'>
- <System>
  <Provider Name='Microsoft-Windows-WER-SystemErrorReporting' Guid="{ABCE23E7-DE45-4366-8631-84FA6C525952}" EventSourceName='BugCheck' />
  <EventID Qualifiers='16384'>1001</EventID>
  <Level>2</Level>
  <Keywords>0x80000000000000</Keywords>
  <TimeCreated SystemTime='2012-04-06T14:07:52.000000000Z' />
  <EventRecordID>13423</EventRecordID>
  <Channel>System</Channel>
  <Computer>zq1.example.com</Computer>
  </System>
- <EventData>
  <Data Name="param1">0x00010001 (0x0, 0x0, 0x0, 0x0)</Data>
  <Data Name="param2">a &lt;b&gt; &amp;amp; &#x4e2d;</Data>
  </EventData>
  </Event>`);
    expect(event).toMatchObject({
      provider: 'Microsoft-Windows-WER-SystemErrorReporting',
      eventSourceName: 'BugCheck',
      id: 1001,
      level: 2,
      recordId: 13423,
      channel: 'System',
      computer: 'zq1.example.com',
      time: Date.UTC(2012, 3, 6, 14, 7, 52),
      data: [
        { name: 'param1', value: '0x00010001 (0x0, 0x0, 0x0, 0x0)' },
        { name: 'param2', value: 'a <b> &amp; 中' },
      ],
    });
  });

  it('counts unnamed and empty Data by position, and keeps Binary', () => {
    const event = readEventXml(
      '<Event><EventID>6008</EventID><EventData><Data>10:23:28 AM</Data><Data /><Data></Data><Binary>E907</Binary></EventData></Event>',
    );
    expect(event?.data).toEqual([
      { name: null, value: '10:23:28 AM' },
      { name: null, value: '' },
      { name: null, value: '' },
    ]);
    expect(event?.binary).toBe('E907');
  });

  it('reads the leaves of UserData', () => {
    const event = readEventXml(
      '<Event><EventID>4</EventID><UserData><ns:Info xmlns:ns="x"><Node>ZQ1</Node><Empty/></ns:Info></UserData></Event>',
    );
    expect(event?.data).toEqual([
      { name: 'Node', value: 'ZQ1' },
      { name: 'Empty', value: '' },
    ]);
  });

  it('reads what is there of a cut event, and nothing without an id', () => {
    expect(
      readEventXml('<Event><System><EventID>41</EventID><TimeCreated SystemTime="2025-11-25T15:33'),
    ).toMatchObject({ id: 41, time: null });
    expect(readEventXml('<Event><System><Provider Name="X"/>')).toBeNull();
  });

  it('never throws', () => {
    const pieces = fc.constantFrom(
      '<Event',
      '>',
      '<EventID>',
      '41',
      '</EventID>',
      '<Data',
      ' Name="',
      '"',
      '/>',
      '</Data>',
      '<EventData>',
      '<Binary>',
      '&#x',
      ';',
      '- ',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }),
        (parts) => void readEventXml(parts.join('')),
      ),
    );
  });
});

it('reads SystemTime with any fraction and refuses impossible times', () => {
  expect(readSystemTime('2022-04-16T14:37:05Z')).toBe(Date.UTC(2022, 3, 16, 14, 37, 5));
  expect(readSystemTime('2018-04-01T13:04:42.083123700Z')).toBeCloseTo(
    Date.UTC(2018, 3, 1, 13, 4, 42) + 83.1237,
    3,
  );
  expect(readSystemTime('2018-02-30T13:04:42Z')).toBeNull();
  expect(readSystemTime('2018-02-03T24:00:00Z')).toBeNull();
  expect(readSystemTime('2018-02-03T23:60:00Z')).toBeNull();
  expect(readSystemTime('2018-02-03T13:04:42+08:00')).toBeNull();
});

it('decodes the entities of XML once', () => {
  expect(decodeXmlText('&amp;lt; &#65; &#x110000; &nbsp;')).toBe('&lt; A &#x110000; &nbsp;');
});
