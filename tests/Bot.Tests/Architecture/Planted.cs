using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelateBot.Bot.Slack;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Tests.Architecture.Planted;

// Violations, so that a rule that catches nothing is found out.
public static class FeatureThatKnowsAPlatform
{
    public static string Tell(object options) => ((SlackOptions)options).ApiBaseUrl;
}

public static class InALambda
{
    public static Func<object, string> Tell() => options => ((SlackOptions)options).ApiBaseUrl;
}

public static class InAClosure
{
    public static Func<string> Tell(object options) => () => ((SlackOptions)options).ApiBaseUrl;
}

public static class InAnAsyncMethod
{
    public static async Task<string> TellAsync(object options)
    {
        await Task.Yield();
        return ((SlackOptions)options).ApiBaseUrl;
    }
}

public static class InAnAsyncLambda
{
    public static async Task<string> TellAsync(object options)
    {
        var tell = async () =>
        {
            await Task.Yield();
            return ((SlackOptions)options).ApiBaseUrl;
        };
        return await tell();
    }
}

public static class InAnIterator
{
    public static IEnumerable<string> Tell(object options)
    {
        yield return ((SlackOptions)options).ApiBaseUrl;
    }
}

public static class InAnAsyncIterator
{
    public static async IAsyncEnumerable<string> Tell(object options)
    {
        await Task.Yield();
        yield return ((SlackOptions)options).ApiBaseUrl;
    }
}

public static class InALambdaOfAnAsyncIterator
{
    public static async IAsyncEnumerable<bool> Tell(IEnumerable<object> options)
    {
        await Task.Yield();
        yield return options.Any(one => one is SlackOptions);
    }
}

public static class InATypeArgument
{
    public static int Tell(IEnumerable<object> options) => options.OfType<SlackOptions>().Count();
}

public static class InALocal
{
    public static bool Tell(IServiceProvider services)
    {
        var options = (SlackOptions?)services.GetService(typeof(object));
        return options is null;
    }
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

public static class SlackNamed
{
    public static string Tell() => "";
}

public class Unsealed
{
    public string Tell() => GetType().Name;
}
