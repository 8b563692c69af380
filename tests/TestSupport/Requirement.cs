namespace RelateBot.TestSupport;

/// <summary>
/// Something that a test needs in addition to the .NET SDK. <c>RELATEBOT_REQUIRE</c> lists what must be available, separated by commas.
/// </summary>
public static class Requirement
{
    /// <summary>Skips the running test when it isn't available, or fails it when <c>RELATEBOT_REQUIRE</c> lists it.</summary>
    public static void Check(string name, string? whyAbsent) =>
        Check(name, whyAbsent, Environment.GetEnvironmentVariable("RELATEBOT_REQUIRE") ?? "");

    /// <summary>Does the same with a given list.</summary>
    public static void Check(string name, string? whyAbsent, string required)
    {
        if (whyAbsent is not null && required.Split(',', StringSplitOptions.TrimEntries).Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException($"RELATEBOT_REQUIRE names {name}. {whyAbsent}");
        }

        Skip.If(whyAbsent is not null, whyAbsent);
    }
}
