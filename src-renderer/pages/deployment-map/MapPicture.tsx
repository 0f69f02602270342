import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId, useMemo } from 'react'
import type { EstateMap } from '../../../src-main/contract/models/estate-map.ts'
import { map as words } from '../../strings/deployment/map.ts'
import { ScrollArea } from '../../components/ScrollArea.tsx'
import {
  boxHeight,
  boxWidth,
  columnStarts,
  fitting,
  layOut,
  type MapBox,
  type MapLink,
  type Tone,
} from './map-layout.ts'

const forced = '@media (forced-colors: active)'

const useStyles = makeStyles({
  figure: { margin: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalS },
  caption: { margin: 0, color: tokens.colorNeutralForeground2 },
  picture: { display: 'block', fontFamily: 'inherit' },
  column: { fill: tokens.colorNeutralForeground2, fontSize: '13px', fontWeight: 600, [forced]: { fill: 'CanvasText' } },
  box: { fill: tokens.colorNeutralBackground1, strokeWidth: '1px', [forced]: { fill: 'Canvas', stroke: 'CanvasText' } },
  title: { fill: tokens.colorNeutralForeground1, fontSize: '13px', fontWeight: 600, [forced]: { fill: 'CanvasText' } },
  text: { fill: tokens.colorNeutralForeground2, fontSize: '12px', [forced]: { fill: 'CanvasText' } },
  link: { fill: 'none', [forced]: { stroke: 'CanvasText' } },
  good: { stroke: tokens.colorStatusSuccessForeground1 },
  warning: { stroke: tokens.colorStatusWarningForeground1 },
  bad: { stroke: tokens.colorStatusDangerForeground1 },
  plain: { stroke: tokens.colorNeutralStrokeAccessible },
  mark: { stroke: 'none', [forced]: { fill: 'CanvasText' } },
  goodMark: { fill: tokens.colorStatusSuccessForeground1 },
  warningMark: { fill: tokens.colorStatusWarningForeground1 },
  badMark: { fill: tokens.colorStatusDangerForeground1 },
  plainMark: { fill: tokens.colorNeutralStrokeAccessible },
})

const curve = ({ from, to }: MapLink): string => {
  const [x1, y1, x2, y2] = [from.x + boxWidth, from.y + boxHeight / 2, to.x, to.y + boxHeight / 2]
  const middle = (x1 + x2) / 2
  return `M ${x1} ${y1} C ${middle} ${y1}, ${middle} ${y2}, ${x2} ${y2}`
}

/** Lines that mean trouble are broken, so that they are told apart without colour. */
const dashes: Readonly<Record<Tone, string | undefined>> = {
  good: undefined,
  plain: '2 4',
  warning: undefined,
  bad: '7 4',
}

/** DNS domains, KMS hosts and clients in three columns, with lines between them; the tables below say the same. */
export const MapPicture = ({ map }: { readonly map: EstateMap }) => {
  const styles = useStyles()
  const [titleId, textId] = [useId(), useId()]
  const { width, height, boxes, links } = useMemo(() => layOut(map), [map])
  const problems = map.findings.filter(({ level }) => level !== 'info').length
  const box = ({ key, x, y, title, text, tone }: MapBox) => (
    <g key={key}>
      <title>{`${title}: ${text}`}</title>
      <rect x={x} y={y} width={boxWidth} height={boxHeight} rx={4} className={mergeClasses(styles.box, styles[tone])} />
      <rect
        x={x}
        y={y}
        width={5}
        height={boxHeight}
        rx={2}
        className={mergeClasses(styles.mark, styles[`${tone}Mark`])}
      />
      <text x={x + 16} y={y + 21} className={styles.title}>
        {fitting(title, 29)}
      </text>
      <text x={x + 16} y={y + 40} className={styles.text}>
        {fitting(text, 34)}
      </text>
    </g>
  )
  return (
    <figure className={styles.figure} aria-labelledby={titleId} aria-describedby={textId}>
      <figcaption id={titleId} className={styles.caption}>
        {words.pictureName}
      </figcaption>
      <ScrollArea label={words.pictureName}>
        <svg
          className={styles.picture}
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          aria-hidden="true"
        >
          {[words.dnsColumn, words.hostColumn, words.clientColumn].map((name, index) => (
            <text key={name} x={columnStarts[index]} y={18} className={styles.column}>
              {name}
            </text>
          ))}
          {links.map((link) => (
            <path
              key={link.key}
              d={curve(link)}
              strokeWidth={link.width}
              strokeDasharray={dashes[link.tone]}
              className={mergeClasses(styles.link, styles[link.tone])}
            />
          ))}
          {boxes.map(box)}
        </svg>
      </ScrollArea>
      <p id={textId} className={styles.caption}>
        {words.pictureText(map.domains.length, map.hosts.length, map.clients.length, problems)}
      </p>
    </figure>
  )
}
