using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Bot.Slack;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Tests.Architecture;

/// <summary>Violations, so that a rule that catches nothing is found out.</summary>
public static class Planted
{
    public static class FeatureThatKnowsAPlatform
    {
        public static string Tell(object options) => ((SlackOptions)options).ApiBaseUrl;
    }

    public static class SlackNamed
    {
        public static string Tell() => "";
    }

    public static class FeatureThatKnowsTheDatabase
    {
        public static string? Tell(object context) => ((DbContext)context).Database.ProviderName;
    }

    public static class ScopeByHand
    {
        public static Task<int> TellAsync(IServiceScopeFactory scopes)
        {
            using var scope = scopes.CreateScope();
            scope.ServiceProvider.GetRequiredService<Tenant>().Use(Guid.Empty);
            return Task.FromResult(0);
        }
    }

    public class Unsealed
    {
        public string Tell() => GetType().Name;
    }
}
