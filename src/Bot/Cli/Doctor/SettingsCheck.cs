using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Hosting;
using RelateBot.Infrastructure.Security;

namespace RelateBot.Bot.Cli.Doctor;

/// <summary>Reports unknown keys, invalid values and settings that are empty.</summary>
internal sealed class SettingsCheck(IServiceProvider services) : IDoctorCheck
{
    public string Name => "Settings";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var problems = Problems().ToList();
        foreach (var problem in problems)
        {
            yield return problem;
        }

        if (problems.Count > 0)
        {
            yield break;
        }

        yield return new Finding.Good("every key is known and every value fits");
        if (string.IsNullOrWhiteSpace(services.GetRequiredService<IOptions<OrganisationOptions>>().Value.KudosChannel))
        {
            yield return new Finding.Note("Organisation:KudosChannel is empty, so public thanks are posted nowhere");
        }

        if (!services.GetRequiredService<IOptions<ProtectionOptions>>().Value.IsSet)
        {
            yield return new Finding.Note(
                "neither Protection:CertificateFile nor Protection:KeyFile is set, so whoever has the database can open people's notes to "
                    + "themselves");
        }

        if (!services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IChatPlatform)))
        {
            yield return new Finding.Note("no chat platform is switched on; docs/operations.md says which settings do that");
        }
    }

    private IEnumerable<Finding.Problem> Problems()
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var unknown = SettingsSections.All.Keys.SelectMany(section => SettingsSections.UnknownKeys(configuration, section)).ToList();
        foreach (var key in unknown)
        {
            var section = key[..key.IndexOf(':', StringComparison.Ordinal)];
            var known = SettingsSections.SettingsOf(SettingsSections.All[section]).Select(property => property.Name);
            yield return new Finding.Problem($"{key} means nothing", $"Correct or remove it. {section} has {string.Join(", ", known)}.");
        }

        // An unknown key makes the rest of its section unreadable, and it has already been reported.
        foreach (var failure in unknown.Count > 0 ? [] : Failures())
        {
            yield return new Finding.Problem(
                failure,
                "Change the setting in appsettings.json, or by an environment variable such as Slack__BotToken.");
        }
    }

    private IEnumerable<string> Failures()
    {
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return exception.Failures;
        }
        catch (AggregateException exception)
        {
            return exception.InnerExceptions.SelectMany(inner =>
                inner is OptionsValidationException validation ? validation.Failures : [inner.Message]);
        }
        catch (InvalidOperationException exception)
        {
            return [exception.Message];
        }
    }
}
