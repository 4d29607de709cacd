// The parts of plotly.js that the figures use; scatter comes with the core.
const Plotly = require("plotly.js/lib/core");
Plotly.register([require("plotly.js/lib/bar"), require("plotly.js/lib/scattergeo"), require("plotly.js/lib/choropleth")]);
module.exports = Plotly;
