/// <summary>
/// Goes into the program that a test starts (DOTNET_STARTUP_HOOKS), and writes down at its end which of our assemblies it has loaded.
/// </summary>
#pragma warning disable CA1050, MA0047, RCS1110 // .NET looks for a startup hook by this name, in no namespace.
internal static class StartupHook
#pragma warning restore CA1050, MA0047, RCS1110
{
    /// <summary>The environment variable with the file's path.</summary>
    public const string File = "RELATEBOT_TEST_LOADED";

    public static void Initialize() => AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.File.WriteAllLines(
        Environment.GetEnvironmentVariable(File)!,
        AppDomain.CurrentDomain
            .GetAssemblies()
            .Select(assembly => assembly.GetName().Name!)
            .Where(name => name.StartsWith("RelateBot.", StringComparison.Ordinal)));
}
