import { ScatterplotLayer, type ScatterplotLayerProps } from "@deck.gl/layers";

const SQUARE_FRAGMENT = /* glsl */ `\
#version 300 es
#define SHADER_NAME square-layer-fragment-shader
precision highp float;
in vec4 vFillColor;
in vec2 unitPosition;
out vec4 fragColor;
void main(void) {
  geometry.uv = unitPosition;
  fragColor = vFillColor;
  DECKGL_FILTER_COLOR(fragColor, geometry);
}
`;

interface SquareProps {
  /** Turn of the grid against north, radians, counter-clockwise: a grid in LAEA or UTM is not parallel to the meridians. */
  turn: number;
}

/**
 * Filled squares of true ground size: the instanced quads of a scatterplot without the circle that it cuts out of them.
 * `getRadius` is half the edge in metres.
 */
export class SquareLayer extends ScatterplotLayer<unknown, SquareProps> {
  static override layerName = "SquareLayer";
  static override defaultProps = { turn: 0, antialiasing: false };

  override getShaders() {
    const { turn } = this.props as ScatterplotLayerProps & SquareProps;
    const [cos, sin, minusSin] = [Math.cos(turn), Math.sin(turn), -Math.sin(turn)].map((part) => part.toFixed(6));
    const shaders = super.getShaders();
    return {
      ...shaders,
      fs: SQUARE_FRAGMENT,
      inject: { "vs:DECKGL_FILTER_SIZE": `size.xy = mat2(${cos}, ${sin}, ${minusSin}, ${cos}) * size.xy;` },
    };
  }
}
