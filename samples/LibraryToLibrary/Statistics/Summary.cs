using System;
using System.Globalization;

namespace MemoryViews.Samples.LibraryToLibrary.Statistics;

/// <summary>Least, greatest and mean of numbers of any format, shape and strides, on loan for as long as the summary is kept.</summary>
public sealed class Summary : IDisposable
{
    private readonly MemoryView _view;

    /// <summary>Borrows the numbers.</summary>
    /// <exception cref="BufferException">The exporter lends nothing that can be read.</exception>
    public Summary(IBufferExporter exporter)
    {
        ArgumentNullException.ThrowIfNull(exporter);
        BufferExport loan = exporter.GetBuffer(BufferRequest.FullReadOnly);
        loan.Label = nameof(Summary);                      // what the exporter's refusals call this holder
        _view = MemoryView.Over(loan);
    }

    /// <summary>The numbers as they are now.</summary>
    public override string ToString()
    {
        (double least, double greatest, double sum) = (double.PositiveInfinity, double.NegativeInfinity, 0);
        foreach (double number in _view.Items<double>())   // integers and floats of every size and byte order, converted
        {
            (least, greatest, sum) = (Math.Min(least, number), Math.Max(greatest, number), sum + number);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{_view}: {least} to {greatest}, mean {sum / _view.ItemCount}");
    }

    /// <summary>Gives the loan back.</summary>
    public void Dispose() => _view.Dispose();
}
