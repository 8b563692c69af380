using RelateBot.Bot.Cli;

namespace RelateBot.Bot.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly BotCli cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task Migrating_tells_what_it_applied_and_then_that_there_is_nothing_to_do()
    {
        Assert.Equal(0, await cli.RunAsync("migrate"));
        Assert.Contains("Applied ", cli.Output, StringComparison.Ordinal);

        Assert.Equal(0, await cli.RunAsync("migrate"));
        Assert.Contains("Nothing to do", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrating_loads_the_migrations_of_the_database_in_use_alone_and_help_loads_none()
    {
        Assert.Equal(["RelateBot.Migrations.Sqlite"], (await cli.LoadedByAsync("migrate")).Where(IsOfMigrations));

        var loaded = await cli.LoadedByAsync("--help");
        Assert.Contains("RelateBot.Bot", loaded);
        Assert.DoesNotContain(loaded, IsOfMigrations);

        static bool IsOfMigrations(string name) => name.StartsWith("RelateBot.Migrations.", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_command_starts_nothing()
    {
        Assert.Equal(2, await cli.RunAsync("migrat"));

        Assert.Contains("\"migrat\"", cli.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(cli.Database));
    }

    [Fact]
    public async Task A_missing_argument_exits_with_2() => Assert.Equal(2, await cli.RunAsync("import-roster"));

    [Theory]
    [InlineData("--Urls=http://127.0.0.1:0")]
    [InlineData("serve")]
    public async Task The_bot_is_served_with_the_settings_of_the_arguments(string first)
    {
        using var process = cli.Start([first, "--Urls=http://127.0.0.1:0", "--environment", "Testing"]);
        try
        {
            string? line;
            do
            {
                line = await process.StandardOutput.ReadLineAsync();
            }
            while (line is not null && !line.Contains("RelateBot is ready", StringComparison.Ordinal));

            Assert.Contains("http://127.0.0.1:", line, StringComparison.Ordinal);
            Assert.True(File.Exists(cli.Database));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task Serving_with_a_wrong_setting_says_which_in_a_sentence()
    {
        Assert.Equal(2, await cli.RunAsync("serve", "--Slack:BotToken", "xoxb-not-to-be-shown"));

        Assert.Contains("Set Slack:SigningSecret", cli.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("not-to-be-shown", cli.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new string[0], null)]
    [InlineData(new[] { "--Urls=http://localhost:1", "--environment", "Development", "--Slack:BotToken=x y" }, null)]
    [InlineData(new[] { "migrat" }, "migrat")]
    [InlineData(new[] { "--Urls=x", "stray" }, "stray")]
    [InlineData(new[] { "--Urls" }, "--Urls")]
    [InlineData(new[] { "-x" }, "-x")]
    public void Settings_pass_through_and_anything_else_is_named(string[] tokens, string? stranger) =>
        Assert.Equal(stranger, SettingArguments.FindUnknownArgument(tokens));
}
