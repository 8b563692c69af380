using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace RelateBot.Infrastructure.Settings;

/// <summary>The only way to bind a section of the settings.</summary>
public static class ValidatedOptions
{
    /// <summary>
    /// Binds and validates a section. The host doesn't start when a setting is unknown, unreadable or not allowed by its attributes. For
    /// other checks, add <see cref="OptionsBuilder{TOptions}.Validate(Func{TOptions, bool}, string)"/>.
    /// </summary>
    public static OptionsBuilder<TOptions> AddValidatedOptions<TOptions>(
        this IServiceCollection services, IConfiguration configuration, string section)
        where TOptions : class => services.AddOptions<TOptions>()
            .Bind(configuration.GetSection(section), bind => bind.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations()
            .ValidateOnStart();
}
