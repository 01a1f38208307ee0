using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Xunit;

namespace MemoryViews.Files.Tests;

/// <summary>Files as programs of today write them, read by us and by the programs themselves.</summary>
public sealed class WitnessTests : IDisposable
{
    private static readonly Tool s_sox = new("sox", "sox");
    private static readonly Tool s_convert = new("convert-im6.q16", "imagemagick");
    private static readonly Tool s_gdal = new("gdal_translate", "gdal-bin");
    private static readonly Tool s_gdalPoint = new("gdallocationinfo", "gdal-bin");
    private static readonly Tool s_ncgen = new("ncgen", "netcdf-bin");
    private static readonly Tool s_ncdump = new("ncdump", "netcdf-bin");
    private static readonly Tool s_textToPcap = new("text2pcap", "wireshark-common");
    private static readonly Tool s_tcpdump = new("tcpdump", "tcpdump");
    private static readonly Tool s_python = new("python3", "python3");

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("8", "unsigned-integer", "samples")]
    [InlineData("16", "signed-integer", "samples")]
    [InlineData("24", "signed-integer", "samples24")]
    [InlineData("32", "signed-integer", "samples")]
    [InlineData("32", "floating-point", "samples")]
    [InlineData("64", "floating-point", "samples")]
    public void SoX_takes_the_same_samples_out_of_its_sound(string bits, string encoding, string part)
    {
        string[] kind = ["-b", bits, "-e", encoding];
        s_sox.Run(["-D", "-n", "-r", "44100", "-c", "3", .. kind, _directory["s.wav"], "synth", "0.2", "pluck", "A3", "pluck", "C4", "sine", "50"]);
        byte[] raw = s_sox.Run(["-D", _directory["s.wav"], "-t", "raw", .. kind, "-"]);
        Assert.Equal(raw, Open("s.wav")[part].ToBytes());
    }

    [Fact]
    public void Sound_that_SoX_writes_into_a_pipe_has_no_length_and_is_read_to_its_end()
    {
        byte[] piped = s_sox.Run("-D", "-n", "-r", "8000", "-b", "16", "-t", "wav", "-", "synth", "0.1", "sine", "440");
        File.WriteAllBytes(_directory["p.wav"], piped);
        Assert.Equal(800, Open("p.wav")["samples"].Length);
    }

    [Fact]
    public void CPython_writes_the_frames_that_are_seen()
    {
        const string Script = """
            import sys, wave
            with wave.open(sys.argv[1], 'wb') as w:
                w.setparams((2, 3, 96000, 0, 'NONE', ''))
                w.writeframes(bytes(range(240)))
            """;
        s_python.Run("-c", Script, _directory["w.wav"]);
        RecognisedFile file = Open("w.wav");
        Assert.Equal(Enumerable.Range(0, 240).Select(i => (byte)i), file["samples24"].ToBytes());
        Assert.Equal(0x0201, file["samples"].Get<short>(0, 0));
        Assert.Equal(0x0504, file["samples"].Get<short>(0, 1));
    }

    [Theory]
    [InlineData("bmp3:", "p.bmp", 8)]
    [InlineData("ppm:", "p.ppm", 8)]
    [InlineData("ppm:", "p16.ppm", 16)]
    [InlineData("pam:", "p.pam", 8)]
    [InlineData("tiff:", "p.tif", 8)]
    [InlineData("tiff:", "p16.tif", 16)]
    public void ImageMagick_takes_the_same_pixels_out_of_its_picture(string kind, string name, int depth)
    {
        string bits = depth.ToString(CultureInfo.InvariantCulture);
        s_convert.Run("-seed", "7", "-size", "33x21", "plasma:", "-type", "TrueColor", "-depth", bits, "-endian", "MSB", kind + _directory[name]);

        // Our items as bytes are in the file's order; ImageMagick is told to give big-endian ones, as these files hold them.
        byte[] expected = s_convert.Run(_directory[name], "-depth", bits, "-endian", "MSB", "rgb:-");
        MemoryView pixels = Open(name)["pixels"];
        Assert.Equal([21, 33, 3], pixels.Shape.ToArray());
        Assert.Equal(expected, BigEndian(pixels));
    }

    [Theory]
    [InlineData("TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64", "(4, 64, 5, 64, 3) (61440, 192, 12288, 3, 1)")]
    [InlineData("INTERLEAVE=BAND", "BLOCKYSIZE=7", "BIGTIFF=NO", "(3, 200, 320) (64000, 320, 1)")]
    [InlineData("INTERLEAVE=PIXEL", "BLOCKYSIZE=16", "BIGTIFF=YES", "(200, 320, 3) (960, 3, 1)")]
    public void GDAL_takes_the_same_pixels_out_of_its_raster(string first, string second, string third, string layout)
    {
        s_convert.Run("-seed", "7", "-size", "320x200", "plasma:", "-type", "TrueColor", "-depth", "8", _directory["w.ppm"]);
        s_gdal.Run("-q", "-co", "COMPRESS=NONE", "-co", first, "-co", second, "-co", third, _directory["w.ppm"], _directory["g.tif"]);
        s_gdal.Run("-q", "-of", "ENVI", "-co", "INTERLEAVE=BIP", _directory["g.tif"], _directory["g.raw"]);
        MemoryView view = Open("g.tif").Parts.Single().View;
        Assert.Contains(layout, Sample.Describe(view), StringComparison.Ordinal);
        byte[] all = view.Rank == 3 && view.Shape[0] == 3 ? view.Permute(1, 2, 0).ToBytes() : view.ToBytes();

        // Rows of tiles go on to the right of the picture and below it.
        int row = view.Rank == 5 ? 5 * 64 * 3 : 960;
        Assert.Equal(File.ReadAllBytes(_directory["g.raw"]), Enumerable.Range(0, 200).SelectMany(y => all.Skip(y * row).Take(960)));
    }

    [Fact]
    public void Heights_that_GDAL_writes_are_those_that_it_looks_up()
    {
        string[] middle = ["-gravity", "center", "-crop", "1201x1201+0+0", "+repage"];
        s_convert.Run(["-size", "1201x1201", "gradient:white-black", "-rotate", "30", .. middle, "-colorspace", "Gray", "-depth", "16", _directory["h.pgm"]]);
        s_gdal.Run(
            "-q", "-of", "SRTMHGT", "-ot", "Int16", "-scale", "0", "65535", "-50", "4000", "-a_srs", "EPSG:4326",
            "-a_ullr", "5.999583333333333", "46.000416666666666", "7.000416666666667", "44.99958333333333", _directory["h.pgm"], _directory["N45E006.hgt"]);
        MemoryView heights = Open("N45E006.hgt")["heights"];
        foreach ((int row, int column) in new[] { (0, 0), (300, 600), (1200, 17), (599, 1200) })
        {
            string[] place = [.. new[] { column, row }.Select(number => number.ToString(CultureInfo.InvariantCulture))];
            string said = s_gdalPoint.Text(["-valonly", _directory["N45E006.hgt"], .. place]);
            Assert.Equal(int.Parse(said, CultureInfo.InvariantCulture), heights.Get<short>(row, column));
        }
    }

    [Fact]
    public void The_French_datum_grid_is_byte_for_byte_what_GDAL_reads()
    {
        const string Grid = "/usr/share/proj/ntf_r93.gsb";
        Assert.SkipUnless(File.Exists(Grid), $"{Grid} is not installed (Debian: proj-data), so there is nothing to compare with.");
        File.Copy(Grid, _directory["ntf_r93.gsb"]);
        RecognisedPart grid = Open("ntf_r93.gsb").Parts.Single();
        foreach ((string band, string field) in new[] { ("1", "latitude_shift"), ("2", "longitude_shift"), ("4", "longitude_accuracy") })
        {
            s_gdal.Run("-q", "-b", band, "-of", "ENVI", _directory["ntf_r93.gsb"], _directory["g.raw"]);
            MemoryView shifts = grid.View[field];
            Assert.Equal([111, 156], shifts.Shape.ToArray());
            Assert.Equal([-2496, -16], shifts.Strides.ToArray());

            Assert.Equal(File.ReadAllBytes(_directory["g.raw"]), shifts.ToBytes());
        }
    }

    [Theory]
    [InlineData("classic")]
    [InlineData("64-bit-offset")]
    [InlineData("cdf5")]
    public void Variables_hold_what_ncdump_prints(string kind)
    {
        s_ncgen.Run("-k", kind, "-o", _directory["g.nc"], Sample.PathOf("grid.cdl"));
        RecognisedFile file = Open("g.nc");
        foreach (RecognisedPart part in file.Parts)
        {
            string text = s_ncdump.Text("-v", part.Name, _directory["g.nc"]);
            string numbers = text[(text.IndexOf("data:", StringComparison.Ordinal) + 5)..].Split('=')[1].Split(';')[0];
            Assert.Equal(numbers.Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture)), part.View.Items<double>());
        }
    }

    [Fact]
    public void Packets_hold_what_text2pcap_was_given_and_tcpdump_counts()
    {
        string[] packets =
            [.. Enumerable.Range(1, 200).Select(length => string.Join(' ', Enumerable.Range(0, length).Select(i => $"{(i * length) & 0xFF:x2}")))];
        File.WriteAllText(_directory["packets.txt"], string.Concat(packets.Select(packet => $"0000 {packet}\n\n")));
        s_textToPcap.Run("-q", "-F", "pcap", _directory["packets.txt"], _directory["p.pcap"]);
        RecordWalk walk = Open("p.pcap").Records!;
        Assert.Equal(packets, walk.Select(packet => walk.Body(packet).ToHexString(' ')));
        Assert.Equal($"{walk.Count()} packets", s_tcpdump.Text("--count", "-r", _directory["p.pcap"]).Trim());
    }

    private RecognisedFile Open(string name) => Sample.Recognise(File.ReadAllBytes(_directory[name]), name);

    private static byte[] BigEndian(MemoryView pixels) =>
        pixels.ItemSize == 1 ? pixels.ToBytes() : [.. pixels.Items<ushort>().SelectMany(value => new[] { (byte)(value >> 8), (byte)value })];
}
