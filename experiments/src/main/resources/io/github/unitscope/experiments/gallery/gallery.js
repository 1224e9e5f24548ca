window.unitscope = { gallery: function (g) { document.getElementById("main").textContent = g.title; }, layer: function () {} };
