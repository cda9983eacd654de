/** Read when a page first listens beyond its own machine; where it is not installed, boxes are met by their address as before. */
exports.multicast = () => {
  try {
    return require('multicast-dns')
  } catch {
    return undefined
  }
}
