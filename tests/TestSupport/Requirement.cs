namespace RelateBot.TestSupport;

/// <summary>What some tests need beyond the .NET SDK. <c>RELATEBOT_REQUIRE</c> names, with commas, what must be there.</summary>
public static class Requirement
{
    /// <summary>Skips the running test when it is absent; fails it when <c>RELATEBOT_REQUIRE</c> names it.</summary>
    public static void Check(string name, string? whyAbsent) =>
        Check(name, whyAbsent, Environment.GetEnvironmentVariable("RELATEBOT_REQUIRE") ?? "");

    /// <summary>The same with other words than the environment's.</summary>
    public static void Check(string name, string? whyAbsent, string required)
    {
        if (whyAbsent is not null && required.Split(',', StringSplitOptions.TrimEntries).Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException($"RELATEBOT_REQUIRE names {name}. {whyAbsent}");
        }

        Skip.If(whyAbsent is not null, whyAbsent);
    }
}
