namespace MemoryViews;

/// <summary>A task over items as objects, compiled for the way they are made.</summary>
internal interface IBoxerTask
{
    void Run<TBoxer>(TBoxer boxer)
        where TBoxer : struct, IBoxer;
}

/// <summary>Chooses how objects are made of items.</summary>
internal static class Boxers
{
    public static void Choose<TTask>(ItemFormat format, scoped ref TTask task)
        where TTask : struct, IBoxerTask, allows ref struct
    {
        switch (format.NativeCode)
        {
            case 'B':
                task.Run(default(ByteBoxer));
                break;
            case '?':
                task.Run(default(TruthBoxer));
                break;
            case 'h':
                task.Run(default(ScalarBoxer<short>));
                break;
            case 'H':
                task.Run(default(ScalarBoxer<ushort>));
                break;
            case 'i':
                task.Run(default(ScalarBoxer<int>));
                break;
            case 'I':
                task.Run(default(ScalarBoxer<uint>));
                break;
            case 'q':
                task.Run(default(ScalarBoxer<long>));
                break;
            case 'Q':
                task.Run(default(ScalarBoxer<ulong>));
                break;
            case 'f':
                task.Run(default(ScalarBoxer<float>));
                break;
            case 'd':
                task.Run(default(ScalarBoxer<double>));
                break;
            default:
                task.Run(new FormatBoxer(format));
                break;
        }
    }
}
