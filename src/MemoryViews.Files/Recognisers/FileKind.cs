namespace MemoryViews.Files;

/// <summary>The kinds of file that <see cref="FileRecogniser"/> knows.</summary>
public enum FileKind
{
    /// <summary>Sound: RIFF, RIFX and RF64 WAVE.</summary>
    Wave,

    /// <summary>Images: Windows and OS/2 bitmaps.</summary>
    Bitmap,

    /// <summary>Images: the Netpbm family, P1 to P7.</summary>
    Netpbm,

    /// <summary>Images of floating-point numbers: PF and Pf.</summary>
    FloatMap,

    /// <summary>Captured network packets: pcap, in microseconds and nanoseconds.</summary>
    Pcap,

    /// <summary>Arrays as the MNIST data set stores them: IDX.</summary>
    Idx,

    /// <summary>Scientific arrays: netCDF classic, 64-bit offset and 64-bit data.</summary>
    NetCdf,

    /// <summary>Images and rasters: TIFF, GeoTIFF and BigTIFF.</summary>
    Tiff,

    /// <summary>Geodetic grids of datum shifts: NTv2.</summary>
    Ntv2,

    /// <summary>Heights of one degree by one degree: SRTM's hgt.</summary>
    Hgt,
}
