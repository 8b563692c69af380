namespace RelateBot.Bot.Reading;

/// <summary>Registers the classes that parse sentences.</summary>
public static class ReadingRegistration
{
    public static IServiceCollection AddReading(this IServiceCollection services) => services
        .AddScoped<NameResolver>()
        .AddScoped<SentenceParser>()
        .AddScoped<Drafts>();
}
