using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace IncidentBot.Storage;

/// <summary>
/// Makes SQLite run wherever the packages come from: binds a lower SQLitePCLRaw where only that restores, and takes the
/// newer of the bundled and the system's native library (decision 6 in src/README.md).
/// </summary>
internal static class SqliteRuntime
{
    /// <summary>JSON operators need SQLite 3.38.</summary>
    private const int OldestVersion = 3_038_000;

    private static readonly Lock Gate = new();
    private static bool installed;

    /// <summary>Which native library was taken, and its version; empty until the first connection.</summary>
    public static string Library { get; private set; } = "";

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Must run before Microsoft.Data.Sqlite is loaded.")]
    internal static void OnModuleLoad() => EnsureInstalled();

    /// <summary>Installs both hooks once. A hook installed after a failed bind is too late: the failure is cached.</summary>
    public static void EnsureInstalled()
    {
        lock (Gate)
        {
            if (installed)
                return;
            installed = true;
        }
        AssemblyLoadContext.Default.Resolving += static (context, requested) =>
            requested is { Name: "SQLitePCLRaw.core", Version: not null }
                ? context.LoadFromAssemblyName(new AssemblyName(requested.Name))
                : null;
        var provider = Assembly.Load(new AssemblyName("SQLitePCLRaw.provider.e_sqlite3"));
        var newest = new Lazy<nint>(() => TakeNewest(provider));
        NativeLibrary.SetDllImportResolver(provider, (name, _, _) => name == "e_sqlite3" ? newest.Value : 0);
    }

    private static nint TakeNewest(Assembly provider)
    {
        NativeLibrary.TryLoad("e_sqlite3", provider, DllImportSearchPath.AssemblyDirectory, out var bundled);
        nint system = 0;
        if (OperatingSystem.IsLinux())
            NativeLibrary.TryLoad("libsqlite3.so.0", out system);
        var (library, origin) = VersionOf(system) > VersionOf(bundled) ? (system, "system") : (bundled, "bundled");
        var version = VersionOf(library);
        if (version < OldestVersion)
            throw new DllNotFoundException(
                $"SQLite {version} is too old or missing; install the system's SQLite library (Debian: libsqlite3-0), 3.38 or newer.");
        Library = $"{origin} {version / 1_000_000}.{version / 1_000 % 1_000}.{version % 1_000}";
        return library;
    }

    private static unsafe int VersionOf(nint library) =>
        library != 0 && NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var function)
            ? ((delegate* unmanaged[Cdecl]<int>)function)()
            : 0;
}
