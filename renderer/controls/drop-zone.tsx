import { type DragEvent, type ReactNode, useState } from 'react'

interface DropZoneProps {
  readonly className: string | undefined
  readonly onFile: (file: File) => void
  readonly children: ReactNode
}

/** A region that accepts a file dropped anywhere on it; `data-over` while one is over it. */
export function DropZone({ className, onFile, children }: DropZoneProps) {
  const [over, setOver] = useState(false)
  function drop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    const [dropped] = event.dataTransfer.files
    if (dropped !== undefined) onFile(dropped)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is another way to choose one; the button is there too.
    <div
      className={className}
      data-over={over}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
    </div>
  )
}
