// Draws a chart for each table that has one. Without this script the tables are still readable.
'use strict';

const palette = () => {
  const style = getComputedStyle(document.documentElement);
  return name => style.getPropertyValue(`--${name}`).trim();
};

const colours = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

// "1,096" and "31 %" are numbers; "few" and empty cells aren't.
const number = text => /^[\d,.]+( %)?$/.test(text) ? parseFloat(text.replaceAll(',', '')) : null;

const read = section => {
  const [head, ...rows] = [...section.querySelectorAll('tr')].map(row => [...row.cells].map(cell => cell.textContent.trim()));
  return { columns: head.slice(1), rows: rows.map(([name, ...cells]) => ({ name, cells: cells.map(number) })) };
};

const text = colour => ({ color: colour('ink'), fontFamily: 'system-ui, sans-serif' });

// Text, never HTML: names come from people.
const tooltip = colour => ({ renderMode: 'richText', backgroundColor: colour('card'), borderColor: colour('line'), textStyle: text(colour), confine: true });

const heat = ({ columns, rows }, colour, section, narrow) => {
  const cells = rows.flatMap((row, y) => row.cells.map((value, x) => [x, y, value])).filter(([, , value]) => value !== null);
  const most = Math.max(1, ...cells.map(([, , value]) => value));
  const roomy = columns.length <= (narrow ? 5 : 14);
  return {
    tooltip: { ...tooltip(colour), formatter: ({ value: [x, y, value] }) => section.dataset.own ? `${rows[y].name}: ${columns[x].toLowerCase()} ${value}` : `${rows[y].name} helped ${columns[x]}: ${value}` },
    grid: { left: 4, right: 12, top: 8, bottom: 48, containLabel: true },
    xAxis: { type: 'category', data: columns, axisLabel: { ...text(colour), rotate: columns.length > 5 || narrow ? 40 : 0, interval: 0, width: 110, overflow: 'truncate' }, axisTick: { show: false }, axisLine: { show: false } },
    yAxis: { type: 'category', data: rows.map(row => row.name), inverse: true, axisLabel: { ...text(colour), interval: 0, width: narrow ? 80 : 140, overflow: 'truncate' }, axisTick: { show: false }, axisLine: { show: false } },
    visualMap: { min: 0, max: most, calculable: false, orient: 'horizontal', left: 'center', bottom: 0, itemHeight: 120, inRange: { color: [colour('low'), colour('high')] }, textStyle: text(colour), text: [String(most), '0'] },
    series: [{ type: 'heatmap', data: cells, label: { show: roomy, formatter: ({ value }) => value[2] || '' }, itemStyle: { borderColor: colour('card'), borderWidth: 2 } }],
  };
};

const chord = ({ columns, rows }, colour, section) => {
  const own = section.dataset.own;
  const links = own
    ? rows.flatMap(row => [{ source: own, target: row.name, value: row.cells[0] }, { source: row.name, target: own, value: row.cells[1] }])
    : rows.flatMap(row => row.cells.map((value, x) => ({ source: row.name, target: columns[x], value })).filter(link => link.source !== link.target));
  const drawn = links.filter(link => link.value > 0);
  const names = [...new Set(drawn.flatMap(link => [link.source, link.target]))];
  return {
    color: colours.map(colour),
    tooltip: { ...tooltip(colour), formatter: ({ dataType, data, name, value }) => dataType === 'edge' ? `${data.source} helped ${data.target}: ${data.value}` : `${name}: ${value}` },
    series: [{ type: 'chord', radius: ['66%', '72%'], padAngle: 2, minAngle: 2, data: names.map(name => ({ name })), links: drawn, label: { show: true, ...text(colour), width: 110, overflow: 'truncate' }, lineStyle: { color: 'source', opacity: 0.35 }, emphasis: { focus: 'adjacency' } }],
  };
};

const trend = ({ columns, rows }, colour) => {
  const names = rows.map(row => row.name);
  const lines = columns.map((name, x) => ({ name, data: rows.map(row => row.cells[x]), share: name === 'Thanked for' }));
  const axis = { axisLabel: text(colour), splitLine: { lineStyle: { color: colour('line') } } };
  return {
    color: colours.map(colour),
    tooltip: { ...tooltip(colour), trigger: 'axis' },
    legend: { type: 'scroll', top: 0, textStyle: text(colour), pageTextStyle: text(colour) },
    grid: [{ left: 8, right: 16, top: 40, height: '45%', containLabel: true }, { left: 8, right: 16, bottom: 8, height: '22%', containLabel: true }],
    xAxis: [0, 1].map(gridIndex => ({ type: 'category', data: names, gridIndex, axisLabel: { ...text(colour), show: gridIndex === 1, hideOverlap: true }, axisLine: { lineStyle: { color: colour('line') } } })),
    yAxis: [{ ...axis, type: 'value', minInterval: 1 }, { ...axis, type: 'value', gridIndex: 1, min: 0, max: 100, interval: 50, axisLabel: { ...text(colour), formatter: '{value} %' } }],
    series: lines.map(line => ({ ...line, type: 'line', symbolSize: 7, connectNulls: false, xAxisIndex: line.share ? 1 : 0, yAxisIndex: line.share ? 1 : 0 })),
  };
};

const kinds = { heat, chord, trend };

const draw = (section, chart) => {
  const table = read(section);
  const place = section.querySelector('.chart');
  const narrow = place.clientWidth < 500;
  chart.setOption({
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    aria: { enabled: true, label: { description: `${section.querySelector('h2').textContent}, as a chart. The figures are in the table below it.` } },
    ...kinds[section.dataset.chart](table, palette(), section, narrow),
  }, true);
};

const start = section => {
  const place = section.querySelector('.chart');
  const details = section.querySelector('details');
  place.hidden = false;
  place.classList.toggle('tall', section.dataset.chart === 'chord' || section.querySelectorAll('tbody tr').length > 12);
  place.setAttribute('role', 'img');
  details.open = false;
  const chart = echarts.init(place);
  draw(section, chart);
  new ResizeObserver(() => chart.resize()).observe(place);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => draw(section, chart));
  addEventListener('beforeprint', () => { details.open = true; });
  addEventListener('afterprint', () => { details.open = false; });
};

document.querySelectorAll('[data-chart]').forEach(section => {
  if (section.dataset.chart in kinds) {
    start(section);
  }
});
document.documentElement.dataset.ready = 'true';
