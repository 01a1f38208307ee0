using MemoryViews.HouseKeeping;
using Xunit;

namespace MemoryViews.Tests;

public class AllocationTests
{
    private static readonly byte[] s_a = new byte[KernelLayouts.MemoryLength];
    private static readonly byte[] s_b = new byte[KernelLayouts.MemoryLength];
    private static readonly Layout s_turned = Layout.Contiguous(4, [4, 5, 6], AxisOrder.F).Flip(1);
    private static readonly Layout s_gaps = Layout.Strided(4, [4, 5, 6], [200, 36, 4]);
    private static readonly ItemFormat s_float = ItemFormat.Parse("f");
    private static readonly ItemFormat s_big = ItemFormat.Parse(">i");
    private static readonly ItemFormat s_int = ItemFormat.Parse("i");

    public static TheoryData<string> Operations =>
        ["copy", "fill", "compare bytes", "compare floats", "compare mixed", "find", "count", "pattern", "hash", "hex", "swap", "convert", "typed"];

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_warm_operation_allocates_nothing(string operation)
        => Assert.Equal(0, Allocated.By(() => Run(operation)));

    private static void Run(string operation)
    {
        Operand a = Naive.Over(s_a, s_turned), b = Naive.Over(s_b, s_gaps);
        switch (operation)
        {
            case "copy":
                CopyKernels.Run(in a, in b);
                break;
            case "fill":
                FillKernels.Run(in a, [0, 0, 0, 0]);
                break;
            case "compare bytes":
                CompareKernels.FirstByteMismatch(in a, in b);
                break;
            case "compare floats":
                CompareKernels.FirstMismatch(in a, s_float, in b, s_float);
                break;
            case "compare mixed":
                CompareKernels.FirstMismatch(in a, s_float, in b, s_big);
                break;
            case "find":
                SearchKernels.IndexOf(in a, s_float, [1, 2, 3, 4], 2);
                break;
            case "count":
                SearchKernels.Count(in a, [1, 2, 3, 4]);
                break;
            case "pattern":
                SearchKernels.IndexOfPattern(in a, [1, 2, 3], 0);
                break;
            case "hash":
                HashKernels.Run(in a);
                break;
            case "hex":
                HexKernels.Write(in a, stackalloc char[960], null, 0, upper: false);
                break;
            case "swap":
                ConvertKernels.Run(in a, s_int, in b, s_big);
                break;
            case "convert":
                ConvertKernels.Check(s_float, 4, in b, s_big);
                ConvertKernels.Run(in a, s_float, in b, s_big);
                break;
            default:
                TypedKernels.CopyTo(in a, s_int, stackalloc int[120]);
                TypedKernels.CopyTo(in a, s_big, stackalloc int[120]);
                break;
        }
    }
}
